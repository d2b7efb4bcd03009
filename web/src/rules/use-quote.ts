import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, data } from '../api/client';
import type { Job } from '../api/queries';
import type { components } from '../api/schema';
import { emptyDesigns, executeRequest, needsTransparency, type Designs } from './designs';

export type Quote = components['schemas']['Quote'];

/** Someone who still clicks about is not asked for by every click. */
const REST_MS = 400;
/** Credits and the line before it change by other sets too. */
const FRESH_MS = 30_000;

/**
 * What the designs cost and how long they take, or why they cannot be made; asked for as soon as they have rested, while
 * it is `open` whether they are made.
 */
export function useQuote(job: Job, designs: Designs, open: boolean) {
  const words = JSON.stringify([priceOf(designs), job.segmentation?.status]);
  const rested = useRested(words);
  return useQuery({
    queryKey: ['quote', job.job_id, rested],
    enabled:
      open &&
      rested === words &&
      emptyDesigns(designs).length === 0 &&
      job.segmentation?.status !== 'running',
    placeholderData: keepPreviousData,
    staleTime: FRESH_MS,
    refetchInterval: FRESH_MS,
    retry: false,
    queryFn: async ({ signal }) => {
      const params = { path: { id: job.job_id }, query: { dry_run: true } };
      const body = executeRequest(designs) as never;
      return (await data(api.POST('/jobs/{id}/execute', { params, body, signal }))).quote ?? null;
    },
  });
}

/** What a price, or a refusal, can depend on: no color does, so that none asks for it anew. */
function priceOf(designs: Designs): unknown {
  const rules = designs.all.map(({ id, rule }) => [
    id,
    Object.keys(rule.concepts),
    rule.protect,
    rule.instances,
  ]);
  return [rules, designs.output, needsTransparency(designs)];
}

function useRested(words: string): string {
  const [rested, setRested] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => setRested(words), REST_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return rested;
}
