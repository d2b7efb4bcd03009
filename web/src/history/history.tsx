import { useInfiniteQuery } from '@tanstack/react-query';
import { Images } from 'lucide-react';
import { useState } from 'react';
import { isOpen, jobsQuery } from '../api/queries';
import { useTexts } from '../i18n';
import { Button, ButtonLink } from '../ui/button';
import { Empty, Failed, Skeleton } from '../ui/notice';
import { Page } from '../ui/page';
import { Segmented } from '../ui/segmented';
import styles from './history.module.css';
import { JobRow } from './job-row';

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
    <Empty
      icon={<Images size={32} strokeWidth={1.75} aria-hidden />}
      title={history.empty}
      action={
        <ButtonLink href="/" look="primary">
          {history.start}
        </ButtonLink>
      }
    >
      {history.emptyText}
    </Empty>
  );
}
