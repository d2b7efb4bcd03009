import { api, data, onceOnly } from '../api/client';
import type { components } from '../api/schema';
import type { Draft, DraftJob } from './draft-store';
import type { UploadLink } from './put';

type PresetId = components['schemas']['CreateJobRequest']['preset'];

/** What has become of the job of a draft: it waits for photos, goes on with them, or has ended without them. */
export type JobState = 'waits' | 'confirmed' | 'ended';

/** A key for a job that is yet to be created. */
export function newKey(): string {
  return onceOnly()['Idempotency-Key'];
}

/** Repeated with the same key it is one job, however often an answer is lost. */
export async function createJob(draft: Draft, key: string): Promise<DraftJob> {
  const { job_id } = await createWith(draft, key);
  if (!job_id) throw new Error('no job');
  return { id: job_id, key };
}

/** Repeated with the same key it is the same job, with links that are good now; none when it waits no more. */
export async function linksOf(draft: Draft): Promise<UploadLink[]> {
  const links = (await createWith(draft, draft.job?.key ?? '')).presigned_urls ?? [];
  if (links.length === 0) throw new Error('the job waits for no photos');
  return links;
}

function createWith({ preset, photos }: Draft, key: string) {
  const items = photos.map(({ name, type, file, sha256 }) => ({
    content_type: type,
    size: file.size,
    filename: name,
    ...(sha256 === null ? {} : { sha256 }),
  }));
  return data(
    api.POST('/jobs', {
      body: { preset: preset as PresetId, items },
      params: { header: { 'Idempotency-Key': key } },
    }),
  );
}

export async function confirmJob({ id }: DraftJob): Promise<void> {
  await data(api.POST('/jobs/{id}/confirm-upload', { params: { path: { id } } }));
}

/** A job that has ended meanwhile needs no canceling. */
export async function cancelJob({ id }: DraftJob): Promise<void> {
  await api.POST('/jobs/{id}/cancel', { params: { path: { id } } }).catch(() => undefined);
}

export async function stateOf({ id }: DraftJob): Promise<JobState> {
  const answer = await api.GET('/jobs/{id}', { params: { path: { id } } });
  if (answer.response.status === 404) return 'ended';
  const { job } = await data(Promise.resolve(answer));
  switch (job.status) {
    case 'created':
      return 'waits';
    case 'uploaded':
    case 'queued':
    case 'running':
    case 'done':
      return 'confirmed';
    case 'failed':
    case 'canceled':
      return 'ended';
  }
}

/** Does the work unless another tab does it already; says whether one does. Only secure pages can tell. */
export async function alone(work: () => Promise<void>): Promise<boolean> {
  const locks = navigator.locks as LockManager | undefined;
  if (locks === undefined) return work().then(() => false);
  return locks.request('photoset.draft', { ifAvailable: true }, async (lock) => {
    if (lock !== null) await work();
    return lock === null;
  });
}
