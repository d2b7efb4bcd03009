import { Skeleton } from '../ui/notice';
import styles from '../ui/page.module.css';

/** The shape of a page whose part of the studio is on its way. */
export function LoadingPage() {
  return (
    <div className={styles.page}>
      <Skeleton height={36} width="12rem" />
      <Skeleton height={72} />
      <Skeleton height={72} />
    </div>
  );
}
