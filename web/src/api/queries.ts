import { infiniteQueryOptions, QueryClient, queryOptions } from '@tanstack/react-query';
import { api, data } from './client';
import { forgetLinks, withSteadyFiles, withSteadyLinks } from './links';
import { Refusal } from './refusal';
import type { components } from './schema';

type Schemas = components['schemas'];
export type Account = Schemas['Account'];
export type Job = Schemas['JobView'];
export type JobSummary = Schemas['JobSummary'];
export type JobStatus = Job['status'];
export type Item = Schemas['Item'];
export type Plan = Schemas['PlanDetail'];
export type Preset = Schemas['PresetDetail'];
export type Material = Schemas['MaterialDetail'];

const HOUR_MS = 60 * 60 * 1000;
const PASSING_TRIES_MAX = 3;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (tries, failure) => failure instanceof Refusal && failure.isPassing && tries < PASSING_TRIES_MAX,
    },
  },
});

export const accountQuery = queryOptions({ queryKey: ['me'], queryFn: () => data(api.GET('/me')) });

export const plansQuery = queryOptions({
  queryKey: ['plans'],
  queryFn: () => data(api.GET('/plans')),
  staleTime: HOUR_MS,
});

const PAGE = 20;

export const jobsQuery = infiniteQueryOptions({
  queryKey: ['jobs'],
  initialPageParam: undefined as string | undefined,
  queryFn: async ({ pageParam }) => {
    const call = api.GET('/jobs', {
      params: { query: { limit: PAGE, ...(pageParam === undefined ? {} : { cursor: pageParam }) } },
    });
    const jobs = await data(call);
    return { jobs, next: nextCursor((await call).response.headers.get('Link')) };
  },
  getNextPageParam: (page) => page.next,
});

/** The cursor in `<...?cursor=x>; rel="next"`. */
export function nextCursor(link: string | null): string | undefined {
  const next = link?.match(/<([^>]*)>;\s*rel="next"/)?.[1];
  return next === undefined
    ? undefined
    : (new URL(next, location.origin).searchParams.get('cursor') ?? undefined);
}

/** The domains; their names come in the language of the page. */
export function presetsQuery(language: string) {
  return queryOptions({
    queryKey: ['presets', language],
    queryFn: () => data(api.GET('/presets')),
    staleTime: HOUR_MS,
  });
}

export function jobQuery(id: string) {
  return queryOptions({ queryKey: ['job', id], queryFn: () => readJob(id, 'default') });
}

async function readJob(id: string, cache: RequestCache): Promise<Job> {
  const { job } = await data(api.GET('/jobs/{id}', { params: { path: { id } }, cache }));
  return withSteadyLinks(job);
}

/** After a link of a job did not work: others for the job and its sets. */
export async function renewLinks(id: string): Promise<void> {
  forgetLinks(id);
  await Promise.all([
    // An answer that did not change is taken from the browser, and has the links that do not work.
    queryClient.fetchQuery({ ...jobQuery(id), queryFn: () => readJob(id, 'reload'), staleTime: 0 }),
    queryClient.refetchQueries({ queryKey: ['sets', id] }, { cancelRefetch: false }),
  ]);
}

/** Whether something can still happen to a job. */
export function isOpen(status: JobStatus): boolean {
  switch (status) {
    case 'created':
    case 'uploaded':
    case 'queued':
    case 'running':
      return true;
    case 'done':
    case 'failed':
    case 'canceled':
      return false;
  }
}

export function presetQuery(id: string, language: string) {
  return queryOptions({
    queryKey: ['preset', id, language],
    queryFn: () => data(api.GET('/presets/{id}', { params: { path: { id } } })),
    staleTime: HOUR_MS,
  });
}

export const materialsQuery = queryOptions({
  queryKey: ['materials'],
  queryFn: () => data(api.GET('/materials')),
  staleTime: HOUR_MS,
});

export type ComposedSet = Schemas['Set'];
/** Besides the stream of events, which a proxy on the way may hold back. */
const SETS_AGAIN_AFTER_MS = 3000;

/** Whether a set is still on its way. */
export function isComposing({ status }: ComposedSet): boolean {
  return status === 'queued' || status === 'running';
}

/** The sets of a job, asked for again while one is composed. */
export function setsQuery(id: string) {
  return queryOptions({
    queryKey: ['sets', id],
    queryFn: async () =>
      (await data(api.GET('/jobs/{id}/sets', { params: { path: { id } } }))).map(withSteadyFiles),
    refetchInterval: ({ state }) => (state.data?.some(isComposing) === true ? SETS_AGAIN_AFTER_MS : false),
  });
}

export type Instance = Schemas['Instance'];
const INSTANCES_PAGE = 100;

/** Everything that was found on one photo; ids may become others when the whole album has been looked at. */
export function instancesQuery(id: string, idx: number, whole: boolean) {
  return queryOptions({
    queryKey: ['instances', id, idx, whole],
    queryFn: async () => {
      const found: Instance[] = [];
      let cursor: string | undefined;
      do {
        const query = { idx, limit: INSTANCES_PAGE, ...(cursor === undefined ? {} : { cursor }) };
        const call = api.GET('/jobs/{id}/instances', { params: { path: { id }, query } });
        found.push(...(await data(call)));
        cursor = nextCursor((await call).response.headers.get('Link'));
      } while (cursor !== undefined);
      return found;
    },
    // While those of the album come, those of the photo stay: what is edited must not close under somebody's hands.
    placeholderData: (known: Instance[] | undefined, of?: { queryKey: readonly unknown[] }) =>
      of?.queryKey[1] === id && of.queryKey[2] === idx ? known : undefined,
    staleTime: HOUR_MS,
  });
}
