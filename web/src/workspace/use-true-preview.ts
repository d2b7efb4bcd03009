import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, data } from '../api/client';
import type { Job } from '../api/queries';
import { Refusal } from '../api/refusal';
import type { Output } from '../rules/designs';
import { useDragging, type DraggedStore } from '../rules/drag';
import { executeInstances, type WorkingRule } from '../rules/rule';

/** A rule that rests for so long is shown as it will be; what is dragged becomes part of it a moment after it rests. */
const REST_MS = 250;
/** What a preview takes when nothing goes before it; the server's Retry-After is whole seconds. */
const AGAIN_AFTER_MS = 700;
const AGAIN_AFTER_REFUSAL_MS = 10_000;
/** Links last for 55 minutes at most. */
const FRESH_MS = 40 * 60 * 1000;

export type TrueView =
  { state: 'off' | 'painting' | 'missing' | 'failed' } | { state: 'true'; picture: ImageBitmap };

/** The rule on one photo as the server makes it, as soon as the rule has rested. */
export function useTruePreview(
  job: Job,
  idx: number,
  rule: WorkingRule,
  ready: boolean,
  edges?: Output['edges'],
): TrueView {
  const words = JSON.stringify({
    idx,
    concepts: rule.concepts,
    protect: rule.protect,
    instances: executeInstances(rule),
    edges,
  });
  const rested = useRested(words);
  const wanted = ready && Object.keys(rule.concepts).length > 0;
  const preview = useQuery({
    // What was missing may have been found since.
    queryKey: ['preview', job.job_id, rested, job.segmentation?.status],
    enabled: wanted && rested === words,
    staleTime: FRESH_MS,
    gcTime: 60_000,
    retry: false,
    refetchInterval: ({ state }) => {
      if (state.error !== null) return isPassing(state.error) ? waitAfter(state.error) : false;
      return state.data === null ? AGAIN_AFTER_MS : false;
    },
    queryFn: ({ signal }) => previewOf(job.job_id, rested, signal),
  });
  if (!wanted) return { state: 'off' };
  if (rested !== words) return { state: 'painting' };
  if (preview.data instanceof ImageBitmap) return { state: 'true', picture: preview.data };
  if (preview.error === null || isPassing(preview.error)) return { state: 'painting' };
  const missing = preview.error instanceof Refusal && preview.error.code === 'INVALID_TRANSITION';
  return { state: missing ? 'missing' : 'failed' };
}

/** The server's picture is not of what is dragged. */
export function useTrueView(view: TrueView, dragged: DraggedStore): TrueView {
  const dragging = useDragging(dragged);
  return dragging && view.state !== 'off' ? { state: 'painting' } : view;
}

/** Null while it is painted. */
async function previewOf(job: string, words: string, signal: AbortSignal): Promise<ImageBitmap | null> {
  const answer = await data(
    api.POST('/jobs/{id}/previews', {
      params: { path: { id: job } },
      body: JSON.parse(words) as never,
      signal,
    }),
  );
  if (!answer.url) return null;
  const response = await fetch(answer.url, { signal });
  if (!response.ok) throw new Error('preview');
  return createImageBitmap(await response.blob());
}

function isPassing(failure: Error): boolean {
  return failure instanceof Refusal && (failure.isPassing || failure.code === 'RATE_LIMITED');
}

function waitAfter(failure: Error): number {
  const seconds = failure instanceof Refusal ? failure.retryAfter : null;
  return seconds === null ? AGAIN_AFTER_REFUSAL_MS : seconds * 1000;
}

function useRested(words: string): string {
  const [rested, setRested] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => setRested(words), REST_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return rested;
}
