import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, data } from '../api/client';
import { nextCursor, type Instance, type Job } from '../api/queries';

const PAGE = 100;
const HOUR_MS = 60 * 60 * 1000;

/** What is counted; the pixels of hundreds of photos would take hundreds of megabytes. */
type Known = Pick<Instance, 'idx' | 'concept' | 'instance_id' | 'source'>;

/** What was found on all photos of an album, counted. */
export interface AlbumCounts {
  /** Instances of a concept on all photos, each as often as it is seen. */
  count: (concept: string) => number;
  /** On which photos a concept is. */
  photosOf: (concept: string) => readonly number[];
  /** On how many photos an instance was recognized. */
  seen: (id: string) => number;
  /** Whether a mask of the user's own is on a photo. */
  hasOwnMask: (idx: number) => boolean;
  /** Whether one of these instances is on a photo. */
  hasOne: (idx: number, ids: readonly string[]) => boolean;
}

/** Undefined until the whole album was looked at and its findings are here. */
export function useAlbumCounts(job: Job): AlbumCounts | undefined {
  const done = job.segmentation?.status === 'done';
  const found = useQuery({
    queryKey: ['instances', job.job_id, 'album', job.segmentation?.runs],
    enabled: done,
    staleTime: HOUR_MS,
    queryFn: ({ signal }) => allInstances(job.job_id, signal),
  });
  return useMemo(() => found.data && countsOf(found.data), [found.data]);
}

async function allInstances(id: string, signal: AbortSignal): Promise<Known[]> {
  const found: Known[] = [];
  let cursor: string | undefined;
  do {
    const query = { limit: PAGE, rle: false, ...(cursor === undefined ? {} : { cursor }) };
    const call = api.GET('/jobs/{id}/instances', { params: { path: { id }, query }, signal });
    for (const { idx, concept, instance_id, source } of await data(call))
      found.push({ idx, concept, instance_id, source });
    cursor = nextCursor((await call).response.headers.get('Link'));
  } while (cursor !== undefined);
  return found;
}

export function countsOf(found: readonly Known[]): AlbumCounts {
  const photos = (chosen: readonly Known[]) => [...new Set(chosen.map(({ idx }) => idx))];
  const byConcept = grouped(found, ({ concept }) => concept);
  const byInstance = grouped(found, ({ instance_id }) => instance_id);
  const own = new Set(found.filter(({ source }) => source === 'user').map(({ idx }) => idx));
  return {
    count: (concept) => byConcept.get(concept)?.length ?? 0,
    photosOf: (concept) => photos(byConcept.get(concept) ?? []).sort((a, b) => a - b),
    seen: (id) => photos(byInstance.get(id) ?? []).length,
    hasOwnMask: (idx) => own.has(idx),
    hasOne: (idx, ids) => ids.some((id) => byInstance.get(id)?.some((one) => one.idx === idx) === true),
  };
}

function grouped(found: readonly Known[], keyOf: (one: Known) => string): Map<string, Known[]> {
  const groups = new Map<string, Known[]>();
  for (const one of found) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
}
