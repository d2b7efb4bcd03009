import type { Job } from '../api/queries';
import { useFound, usePixels } from './photo-view';

/** One photo of an album and, once it was looked at, what is on it. */
export function useAlbumPhoto(job: Job, idx: number) {
  const item = job.items.find((one) => one.idx === idx);
  const picture = usePixels(job.job_id, idx, item?.view_url ?? undefined);
  const pixels = picture.data;
  const looked = item?.segmentation?.status === 'done';
  const ready = job.segmentation?.status === 'done' ? 'album' : looked ? 'photo' : 'no';
  const found = useFound(job.job_id, idx, pixels, ready);
  return { pixels, found, failure: picture.error, again: () => void picture.refetch() };
}
