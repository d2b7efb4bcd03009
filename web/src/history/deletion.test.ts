import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { storeToken } from '../api/token';
import { deleteAllPictures, type Deletion } from './deletion';

const PAGES: Record<string, [string, string][]> = {
  '': [
    ['a', 'done'],
    ['b', 'running'],
  ],
  x: [
    ['c', 'failed'],
    ['d', 'canceled'],
  ],
};
let deleted: string[];

beforeEach(() => {
  deleted = [];
  storeToken(`a.${btoa(JSON.stringify({ exp: Date.now() }))}.x`);
  vi.stubGlobal('fetch', (request: Request) => {
    const url = new URL(request.url);
    if (request.method === 'DELETE') {
      const id = url.pathname.split('/').pop() ?? '';
      deleted.push(id);
      return Promise.resolve(answer({ deleted: true }, id === 'c' ? 503 : 200));
    }
    const cursor = url.searchParams.get('cursor') ?? '';
    const jobs = PAGES[cursor]?.map(([job_id, status]) => ({ job_id, status }));
    return Promise.resolve(answer(jobs, 200, cursor === '' ? '</jobs?cursor=x>; rel="next"' : ''));
  });
});

afterEach(() => vi.unstubAllGlobals());

function answer(data: unknown, status: number, link = ''): Response {
  const error = status === 200 ? null : { code: 'UNAVAILABLE', message: '', details: [] };
  return new Response(JSON.stringify({ data, error }), { status, headers: { Link: link } });
}

test('the pictures of all ended sets of all pages are deleted, and what failed does not stop the others', async () => {
  const seen: Deletion[] = [];

  const end = await deleteAllPictures((now) => seen.push(now));

  expect(deleted).toEqual(['a', 'c', 'd']);
  expect(end).toEqual({ done: 2, failed: 1, total: 3, open: 1 });
  expect(seen.map(({ done, failed }) => done + failed)).toEqual([0, 1, 2, 3]);
});
