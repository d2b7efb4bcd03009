import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Images } from 'lucide-react';
import { useState } from 'react';
import { jobsQuery, presetsQuery } from '../api/queries';
import { useTexts } from '../i18n';
import { useSetting } from '../shell/preferences';
import { Button, ButtonLink } from '../ui/button';
import { Empty, Failed, Skeleton } from '../ui/notice';
import { Page } from '../ui/page';
import { Segmented } from '../ui/segmented';
import { changes, KINDS, matches, type Filter } from './filter';
import styles from './history.module.css';
import { JobEntry } from './job-entry';

/** The list has no stream of events. */
const ASK_EVERY_MS = 5000;

export default function HistoryPage() {
  const { history, common, filters } = useTexts();
  const [filter, setFilter] = useState<Filter>({ kind: 'all', preset: '' });
  const query = useInfiniteQuery({
    ...jobsQuery,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.jobs.some(changes)) === true ? ASK_EVERY_MS : false,
    refetchOnWindowFocus: 'always',
  });
  const jobs = query.data?.pages.flatMap((page) => page.jobs) ?? [];
  const shown = jobs.filter((job) => matches(job, filter));
  return (
    <Page title={history.title}>
      {jobs.length > 0 && <Filters filter={filter} onFilter={setFilter} />}
      {query.isError && <Failed failure={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && [0, 1, 2].map((row) => <Skeleton key={row} height={72} />)}
      {query.isSuccess && jobs.length === 0 && <NoJobs />}
      {jobs.length > 0 && shown.length === 0 && (
        <p role="status">{query.hasNextPage ? filters.noneOf(jobs.length) : history.noneOfKind}</p>
      )}
      <ul className={styles.list}>
        {shown.map((job) => (
          <li key={job.job_id}>
            <JobEntry job={job} />
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

function Filters({ filter, onFilter }: { filter: Filter; onFilter: (filter: Filter) => void }) {
  const { history, filters } = useTexts();
  const [language] = useSetting('language');
  const presets = useQuery(presetsQuery(language)).data ?? [];
  return (
    <div className={styles.filters}>
      <Segmented
        label={history.filter}
        value={filter.kind}
        options={KINDS.map((value) => ({ value, label: filters.kinds[value] }))}
        onChange={(kind) => onFilter({ ...filter, kind })}
      />
      <select
        aria-label={filters.domain}
        value={filter.preset}
        onChange={(event) => onFilter({ ...filter, preset: event.target.value })}
      >
        <option value="">{filters.allDomains}</option>
        {presets.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </div>
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
