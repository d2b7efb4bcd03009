import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Images } from 'lucide-react';
import { useState } from 'react';
import { isOpen, jobQuery, jobsQuery, presetsQuery, type JobSummary } from '../api/queries';
import { useTexts } from '../i18n';
import { useSetting } from '../shell/preferences';
import { Button } from '../ui/button';
import { classes } from '../ui/classes';
import { Empty, Failed, Skeleton } from '../ui/notice';
import { Page } from '../ui/page';
import { Segmented } from '../ui/segmented';
import styles from './history.module.css';

type Kind = 'all' | 'open' | 'ended';

export default function HistoryPage() {
  const { history, common } = useTexts();
  const [kind, setKind] = useState<Kind>('all');
  const query = useInfiniteQuery(jobsQuery);
  const jobs = query.data?.pages.flatMap((page) => page.jobs) ?? [];
  const shown = jobs.filter((job) => kind === 'all' || isOpen(job.status) === (kind === 'open'));
  const kinds = (['all', 'open', 'ended'] as const).map((value) => ({ value, label: history[value] }));
  return (
    <Page
      title={history.title}
      aside={
        jobs.length > 0 && (
          <Segmented label={history.filter} value={kind} options={kinds} onChange={setKind} />
        )
      }
    >
      {query.isError && <Failed failure={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && [0, 1, 2].map((row) => <Skeleton key={row} height={72} />)}
      {query.isSuccess && jobs.length === 0 && <NoJobs />}
      {jobs.length > 0 && shown.length === 0 && <p>{history.noneOfKind}</p>}
      <ul className={styles.list}>
        {shown.map((job) => (
          <li key={job.job_id}>
            <JobRow job={job} />
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button onClick={() => void query.fetchNextPage()} disabled={query.isFetchingNextPage}>
          {common.more}
        </Button>
      )}
    </Page>
  );
}

function NoJobs() {
  const { history } = useTexts();
  return (
    <Empty icon={<Images size={32} strokeWidth={1.75} aria-hidden />} title={history.empty}>
      {history.emptyText}
    </Empty>
  );
}

function JobRow({ job }: { job: JobSummary }) {
  const { history, status } = useTexts();
  const [language] = useSetting('language');
  const presets = useQuery(presetsQuery(language));
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const { done, failed, total } = job.progress;
  return (
    <div className={styles.job}>
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
    </div>
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
  const details = useQuery({ ...jobQuery(job.job_id), enabled: job.progress.done > 0 });
  const url = details.data?.download_urls[0]?.preview_url;
  return url === undefined ? (
    <div className={styles.cover} />
  ) : (
    <img className={styles.cover} src={url} alt="" loading="lazy" />
  );
}
