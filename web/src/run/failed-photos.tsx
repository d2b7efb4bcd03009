import { useMutation } from '@tanstack/react-query';
import { api, data, onceOnly } from '../api/client';
import { queryClient, renewLinks, type Job } from '../api/queries';
import { useTexts } from '../i18n';
import { Button } from '../ui/button';
import { Notice, useProblem } from '../ui/notice';
import { SmallImage } from '../ui/small-image';
import styles from './run.module.css';

/** The photos of an ended job that failed, each with its reason, and the way to run them again. */
export function FailedPhotos({ job }: { job: Job }) {
  const { run, job: words } = useTexts();
  const failed = job.items.filter((item) => item.status === 'failed');
  if (failed.length === 0) return null;
  return (
    <section className={styles.failed} aria-label={run.failedTitle}>
      <h2>{run.failedTitle}</h2>
      <ul className={styles.reasons}>
        {failed.map((item) => (
          <li key={item.idx}>
            {item.view_url ? (
              <SmallImage src={item.view_url} alt="" width={144} renew={() => renewLinks(job.job_id)} />
            ) : (
              <span />
            )}
            <p>
              <strong>{words.photo(item.idx + 1)}</strong> {item.error && run.fault[item.error.code]}
            </p>
          </li>
        ))}
      </ul>
      {/* What was refused before its work has no view, and stays refused. */}
      <Retry job={job} count={failed.filter((item) => item.view_url).length} />
    </section>
  );
}

function Retry({ job, count }: { job: Job; count: number }) {
  const { run } = useTexts();
  const problem = useProblem();
  const retry = useMutation({
    mutationFn: () =>
      data(api.POST('/jobs/{id}/retry', { params: { path: { id: job.job_id }, header: onceOnly() } })),
    onSettled: () => queryClient.invalidateQueries(),
  });
  if (count === 0 || job.status === 'canceled' || job.pictures !== 'kept') return null;
  return (
    <>
      {retry.isError && (
        <Notice kind="danger">
          <p>{problem(retry.error)}</p>
        </Notice>
      )}
      <div className={styles.retry}>
        <Button disabled={retry.isPending} onClick={() => retry.mutate()}>
          {run.retry(count)}
        </Button>
        <p className={styles.hint}>{run.retryText(count * Math.max(1, job.variants.length))}</p>
      </div>
    </>
  );
}
