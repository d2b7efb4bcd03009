import { useEffect } from 'react';
import { useParams } from 'wouter';
import { queryClient, type Job } from '../api/queries';
import { Refusal } from '../api/refusal';
import { useTexts } from '../i18n';
import { AnotherLook } from '../results/another-look';
import { Results } from '../results/results';
import { useEndNotice } from '../run/end-notice';
import { FailedPhotos } from '../run/failed-photos';
import { Refund } from '../run/refund';
import { Run } from '../run/run';
import { NotFound } from '../shell/not-found';
import { ButtonLink } from '../ui/button';
import { Empty, Failed, Skeleton } from '../ui/notice';
import { Page } from '../ui/page';
import { Workspace } from '../workspace/workspace';
import { useJob } from './use-job';

/** One set from its rule to its pictures: what it shows is what its job is at. */
export default function JobPage() {
  const { id = '' } = useParams();
  const query = useJob(id);
  const status = query.data?.status;
  useEffect(() => {
    // Credits are held and given back by what happens to jobs.
    void queryClient.invalidateQueries({ queryKey: ['me'] });
  }, [status]);
  useEndNotice(query.data);
  if (query.data !== undefined)
    return <JobState key={id} job={query.data} away={query.failureCount > 0 || query.isRefetchError} />;
  if (query.error instanceof Refusal && query.error.code === 'JOB_NOT_FOUND') return <NotFound />;
  return (
    <Page title="Photoset">
      {query.isError ? (
        <Failed failure={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Skeleton height={320} />
      )}
    </Page>
  );
}

function JobState({ job, away }: { job: Job; away: boolean }) {
  switch (job.status) {
    case 'created':
      return <Waiting />;
    case 'uploaded':
      return <Workspace job={job} />;
    case 'queued':
    case 'running':
      return <Run job={job} away={away} />;
    case 'done':
      return <Results job={job} />;
    case 'failed':
    case 'canceled':
      return job.download_urls.length > 0 ? <Results job={job} /> : <Ended job={job} />;
  }
}

/** Nothing was paid and nothing is over yet: its photos are missing. */
function Waiting() {
  const { job, status, missing } = useTexts();
  const action = (
    <ButtonLink href="/" look="primary">
      {missing.action}
    </ButtonLink>
  );
  return (
    <Empty page title={status.created} action={action}>
      {job.waitingText}
    </Empty>
  );
}

/** It ended without a picture: why, which photos failed and what can be done. */
function Ended({ job }: { job: Job }) {
  const { job: words, status } = useTexts();
  const why = job.end_reason ? words.end[job.end_reason] : '';
  const action = (
    <ButtonLink href="/" look="primary">
      {words.again}
    </ButtonLink>
  );
  return (
    <Page title={status[job.status]} lead={`${why} ${words.canceledText}`} aside={action}>
      <Refund job={job} />
      {job.items.some((item) => item.view_url) && <AnotherLook job={job} />}
      <FailedPhotos job={job} />
    </Page>
  );
}
