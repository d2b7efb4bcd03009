import type { Job } from '../api/queries';
import { useTexts } from '../i18n';
import { Button } from '../ui/button';
import { Failed, Notice } from '../ui/notice';
import styles from './workspace.module.css';

interface LookingProps {
  job: Job;
  failure: unknown;
  again: () => void;
}

/** How far the search for everything on the photos is. */
export function Looking({ job, failure, again }: LookingProps) {
  const { job: words, common } = useTexts();
  const run = job.segmentation;
  const done = job.items.filter((item) => item.segmentation?.status === 'done').length;
  if (failure !== null)
    return (
      <div className={styles.notices}>
        <Failed failure={failure} onRetry={again} />
      </div>
    );
  if (run?.status === 'failed')
    return (
      <div className={styles.notices}>
        <Notice kind="danger">
          <p>{words.findingFailed}</p>
          <Button onClick={again}>{common.tryAgain}</Button>
        </Notice>
      </div>
    );
  if (run?.status === 'done') return null;
  return (
    <p className={styles.notices} role="status">
      {words.finding(done, job.total_items)}
    </p>
  );
}
