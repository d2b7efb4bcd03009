import { api, data, onceOnly } from '../api/client';
import { isOpen, nextCursor, queryClient } from '../api/queries';
import { forgetPictures } from '../worker/pictures';

const PAGE_MAX = 100;

/** Deletes the pictures of an ended job; may be repeated. */
export async function deletePictures(id: string): Promise<void> {
  await data(api.DELETE('/jobs/{id}', { params: { path: { id }, header: onceOnly() } }));
}

/** After a deletion: what the page and the device still keep of pictures goes too. */
export async function forgetDeleted(): Promise<void> {
  queryClient.removeQueries({
    predicate: ({ queryKey }) => queryKey[0] === 'pixels' || queryKey[0] === 'sets',
  });
  await Promise.all([
    forgetPictures(),
    queryClient.invalidateQueries({ queryKey: ['job'] }),
    queryClient.invalidateQueries({ queryKey: ['jobs'] }),
  ]);
}

/** All sets of the account: those that have ended, and how many have not. */
async function allJobs(): Promise<{ ended: string[]; open: number }> {
  const ended: string[] = [];
  let open = 0;
  let cursor: string | undefined;
  do {
    const query = { limit: PAGE_MAX, ...(cursor === undefined ? {} : { cursor }) };
    const call = api.GET('/jobs', { params: { query } });
    for (const job of await data(call)) {
      if (isOpen(job.status)) open++;
      else ended.push(job.job_id);
    }
    cursor = nextCursor((await call).response.headers.get('Link'));
  } while (cursor !== undefined);
  return { ended, open };
}

export interface Deletion {
  done: number;
  failed: number;
  total: number;
  /** Sets that have not ended and are left. */
  open: number;
}

/** Deletes the pictures of all ended sets one after the other; one that fails does not stop the others. */
export async function deleteAllPictures(onProgress: (deletion: Deletion) => void): Promise<Deletion> {
  const { ended, open } = await allJobs();
  let deletion: Deletion = { done: 0, failed: 0, total: ended.length, open };
  onProgress(deletion);
  for (const id of ended) {
    const isDone = await deletePictures(id).then(
      () => true,
      () => false,
    );
    deletion = isDone
      ? { ...deletion, done: deletion.done + 1 }
      : { ...deletion, failed: deletion.failed + 1 };
    onProgress(deletion);
  }
  return deletion;
}
