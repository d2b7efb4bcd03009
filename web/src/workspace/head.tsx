import { useQuery } from '@tanstack/react-query';
import { accountQuery } from '../api/queries';
import { useTexts } from '../i18n';
import styles from './workspace.module.css';

/** What the album is, and what is left to spend. */
export function Head({ name }: { name: string }) {
  const { common } = useTexts();
  const account = useQuery(accountQuery);
  return (
    <header className={styles.head}>
      <h1>{name}</h1>
      {account.data && <span className={styles.credits}>{common.credits(account.data.credits)}</span>}
    </header>
  );
}
