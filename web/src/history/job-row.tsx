import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { isOpen, jobQuery, presetsQuery, renewLinks, type Job, type JobSummary } from '../api/queries';
import { useTexts } from '../i18n';
import { useSetting } from '../shell/preferences';
import { classes } from '../ui/classes';
import { SmallImage } from '../ui/small-image';
import { changes } from './filter';
import styles from './history.module.css';

/** The links of an answer live longer. */
const ENDED_FRESH_MS = 10 * 60 * 1000;

/** One set in a list; leads to it. */
export function JobRow({ job }: { job: JobSummary }) {
  const { history, status, filters } = useTexts();
  const pictures = useCoverJob(job)?.pictures;
  const [language] = useSetting('language');
  const presets = useQuery(presetsQuery(language));
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const { done, failed, total } = job.progress;
  return (
    <Link href={`/studio/jobs/${job.job_id}`} className={styles.job}>
      <Cover job={job} />
      <div>
        <p className={styles.name}>{presets.data?.find(({ id }) => id === job.preset)?.name ?? job.preset}</p>
        <p className={styles.when}>
          {when.format(new Date(job.created_at))}
          {pictures !== undefined && pictures !== 'kept' && ` · ${filters.pictures[pictures]}`}
        </p>
      </div>
      <p className={classes(styles.state, styles[look(job.status)])}>
        <span className={styles.dot} aria-hidden />
        {status[job.status]}
        {done > 0 && ` · ${history.of(done, total)}`}
        {failed > 0 && ` · ${history.failed(failed)}`}
      </p>
      {changes(job) && (
        <progress className={styles.bar} value={done + failed} max={total} aria-label={status[job.status]} />
      )}
    </Link>
  );
}

function look(status: JobSummary['status']): 'done' | 'failed' | 'live' | 'waiting' {
  switch (status) {
    case 'done':
      return 'done';
    case 'failed':
      return 'failed';
    case 'queued':
    case 'running':
      return 'live';
    case 'created':
    case 'uploaded':
    case 'canceled':
      return 'waiting';
  }
}

/** The job behind a row; one that has ended is not asked for again and again. */
export function useCoverJob(job: JobSummary): Job | undefined {
  const open = isOpen(job.status);
  return useQuery({
    ...jobQuery(job.job_id),
    enabled: job.status !== 'created',
    ...(open ? {} : { staleTime: ENDED_FRESH_MS }),
  }).data;
}

/** The first picture that was delivered. */
function Cover({ job }: { job: JobSummary }) {
  const details = useCoverJob(job);
  const url =
    details?.download_urls[0]?.preview_url ??
    details?.items.find((item) => item.view_url)?.view_url ??
    undefined;
  return url === undefined ? (
    <div className={styles.cover} />
  ) : (
    <SmallImage className={styles.cover} src={url} alt="" width={144} renew={() => renewLinks(job.job_id)} />
  );
}
