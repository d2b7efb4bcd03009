import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { jobQuery, queryClient, type Job } from '../api/queries';
import { storeToken } from '../api/token';
import { instancesOf } from './manifest';

const LINKS: [number, string][] = [
  [0, 'a'],
  [1, 'a'],
  [0, 'b'],
];
const MANIFESTS: Record<string, { exclude: string[]; lock: string[] }> = {
  '/0-a.json': { exclude: ['Window-1'], lock: ['Door-1'] },
  '/1-a.json': { exclude: ['Window-1', 'Window-3'], lock: [] },
  '/0-b.json': { exclude: [], lock: [] },
};
const JOB = {
  job_id: 'j',
  download_urls: LINKS.map(([idx, variant]) => ({
    idx,
    variant,
    output_url: '',
    preview_url: '',
    manifest_url: `http://store/${idx}-${variant}.json?signed`,
  })),
} as Job;

beforeEach(() => queryClient.setQueryData(jobQuery('j').queryKey, JOB));

afterEach(() => {
  vi.useRealTimers();
  queryClient.clear();
  vi.unstubAllGlobals();
});

test('what was left out and locked on any photo of a design is known again', async () => {
  vi.stubGlobal('fetch', (link: string) => Promise.resolve(Response.json(MANIFESTS[new URL(link).pathname])));

  expect(await instancesOf(JOB)).toEqual({
    a: { 'Window-1': 'exclude', 'Door-1': 'lock', 'Window-3': 'exclude' },
    b: {},
  });
});

test('a picture that is gone says nothing of it', async () => {
  storeToken(`a.${btoa(JSON.stringify({ exp: Date.now() }))}.x`);
  vi.stubGlobal('fetch', (asked: string | Request) => {
    if (asked instanceof Request)
      return Promise.resolve(Response.json({ data: { job: { ...JOB, items: [] } } }));
    const { pathname } = new URL(asked);
    return Promise.resolve(
      pathname === '/1-a.json' ? new Response(null, { status: 404 }) : Response.json(MANIFESTS[pathname]),
    );
  });

  expect(await instancesOf(JOB)).toEqual({ a: { 'Window-1': 'exclude', 'Door-1': 'lock' }, b: {} });
});

test('what cannot be read now is not taken for nothing', async () => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));

  const read = expect(instancesOf(JOB)).rejects.toThrow();
  await vi.runAllTimersAsync();
  await read;
});
