import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { jobQuery, presetsQuery, type JobSummary } from '../api/queries';
import { useTexts } from '../i18n';
import { useSetting } from '../shell/preferences';
import { classes } from '../ui/classes';
import styles from './history.module.css';

/** One set in a list; leads to it. */
export function JobRow({ job }: { job: JobSummary }) {
  const { history, status } = useTexts();
  const [language] = useSetting('language');
  const presets = useQuery(presetsQuery(language));
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const { done, failed, total } = job.progress;
  return (
    <Link href={`/studio/jobs/${job.job_id}`} className={styles.job}>
      <Cover job={job} />
      <div>
        <p className={styles.name}>{presets.data?.find(({ id }) => id === job.preset)?.name ?? job.preset}</p>
        <p className={styles.when}>{when.format(new Date(job.created_at))}</p>
      </div>
      <p className={classes(styles.state, styles[look(job.status)])}>
        <span className={styles.dot} aria-hidden />
        {status[job.status]}
        {done > 0 && ` · ${history.of(done, total)}`}
        {failed > 0 && ` · ${history.failed(failed)}`}
      </p>
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

/** The first picture that was delivered. */
function Cover({ job }: { job: JobSummary }) {
  const details = useQuery({ ...jobQuery(job.job_id), enabled: job.status !== 'created' });
  const url =
    details.data?.download_urls[0]?.preview_url ??
    details.data?.items.find((item) => item.view_url)?.view_url ??
    undefined;
  return url === undefined ? (
    <div className={styles.cover} />
  ) : (
    <img className={styles.cover} src={url} alt="" loading="lazy" />
  );
}
