import { api, data } from '../api/client';
import { jobQuery, queryClient } from '../api/queries';
import { offline, Refusal } from '../api/refusal';
import { put } from '../upload/put';
import type { MaskPlace } from './draft';

/** As the server says of masks. */
export const MASK_BYTES_MAX = 8_000_000;

export type MaskProblem = 'too_large' | 'versions' | 'closed' | 'unfit';

/** Why a mask was not taken, beyond what any call may meet. */
export class MaskRefusal extends Error {
  constructor(readonly problem: MaskProblem) {
    super(problem);
    this.name = 'MaskRefusal';
  }
}

function pathOf({ job, idx, concept }: MaskPlace) {
  return { id: job, idx, concept };
}

/** Puts the mask and takes it into use, as the next version. The same mask again is the version that it is. */
export async function saveMask(place: MaskPlace, png: Blob): Promise<number> {
  if (png.size > MASK_BYTES_MAX) throw new MaskRefusal('too_large');
  const path = pathOf(place);
  return explained(place, async () => {
    const { upload } = await data(
      api.POST('/jobs/{id}/items/{idx}/masks', {
        params: { path: { id: path.id, idx: path.idx } },
        body: { concept: place.concept },
      }),
    );
    const end = await put(upload, png, () => undefined, new AbortController().signal);
    if (end !== 'stored') throw offline();
    return (await data(api.PUT('/jobs/{id}/items/{idx}/masks/{concept}', { params: { path } }))).version;
  });
}

/** One version back, in the end to the model's, which is version 0. */
export async function stepBack(place: MaskPlace): Promise<number> {
  const path = pathOf(place);
  return explained(place, async () => {
    const call = api.DELETE('/jobs/{id}/items/{idx}/masks/{concept}', { params: { path } });
    return (await data(call)).version;
  });
}

/** 409 may mean that the set is being made, or that there are as many versions as there may be. */
async function explained<T>(place: MaskPlace, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (failure) {
    if (!(failure instanceof Refusal)) throw failure;
    if (failure.code === 'UPLOAD_INCOMPLETE') throw new MaskRefusal('unfit');
    if (failure.code !== 'INVALID_TRANSITION') throw failure;
    const job = await queryClient.fetchQuery({ ...jobQuery(place.job), staleTime: 0 });
    throw new MaskRefusal(job.status === 'uploaded' ? 'versions' : 'closed');
  }
}

/** What was found is another thing now, and with it every preview. */
export async function maskChanged({ job }: MaskPlace): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: ['instances', job] });
  await queryClient.resetQueries({ queryKey: ['preview', job] });
}
