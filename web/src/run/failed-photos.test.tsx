import { QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { beforeEach, expect, test, vi } from 'vitest';
import { queryClient, type Item, type Job } from '../api/queries';
import { storeToken } from '../api/token';
import { en } from '../i18n/en';
import { FailedPhotos } from './failed-photos';

const FAILED: Item[] = [
  { idx: 0, status: 'done' },
  { idx: 1, status: 'failed', view_url: 'data:,', error: { code: 'RENDERING_FAILED', message: '' } },
  { idx: 2, status: 'failed', error: { code: 'PHOTO_TOO_SMALL', message: '' } },
];
const JOB = { job_id: 'j', status: 'done', pictures: 'kept', variants: [], items: FAILED } as unknown as Job;

let shown: HTMLElement;
const asked: string[] = [];

beforeEach(() => {
  asked.length = 0;
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  storeToken(`a.${btoa(JSON.stringify({ exp: Date.now() }))}.x`);
  vi.stubGlobal('fetch', (request: Request) => {
    asked.push(`${request.method} ${new URL(request.url).pathname}`);
    const error = { code: 'CONCURRENCY_LIMIT', message: 'no more', details: [] };
    return Promise.resolve(new Response(JSON.stringify({ data: null, error }), { status: 429 }));
  });
  shown = document.createElement('div');
});

async function show(job: Job): Promise<HTMLButtonElement | null> {
  const page = (
    <QueryClientProvider client={queryClient}>
      <FailedPhotos job={job} />
    </QueryClientProvider>
  );
  await act(() => Promise.resolve(createRoot(shown).render(page)));
  return shown.querySelector('button');
}

test('each failed photo has its reason, and only what failed in its work is run again', async () => {
  const retry = await show(JOB);

  expect(shown.textContent).toContain(en.run.fault.RENDERING_FAILED);
  expect(shown.textContent).toContain(en.run.fault.PHOTO_TOO_SMALL);
  expect(retry?.textContent).toBe(en.run.retry(1));
});

test('a retry that is refused says why', async () => {
  const retry = await show(JOB);
  await act(() => Promise.resolve(retry?.click()));

  await vi.waitFor(() =>
    expect(shown.querySelector('[role=alert]')?.textContent).toBe(en.problem.CONCURRENCY_LIMIT),
  );
  expect(asked).toEqual(['POST /jobs/j/retry']);
});

test('a canceled set is not run again', async () => {
  expect(await show({ ...JOB, status: 'canceled' })).toBeNull();
});
