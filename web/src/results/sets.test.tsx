import { QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { queryClient, type ComposedSet, type Job } from '../api/queries';
import { storeToken } from '../api/token';
import { en } from '../i18n/en';
import { Sets } from './sets';

const JOB = {
  job_id: 'j',
  preset: 'interior',
  pictures: 'kept',
  items: [],
  variants: [],
  download_urls: [],
} as unknown as Job;
const TEMPLATES = [
  { id: 'design_pack', name: 'Design pack', description: 'of two designs' },
  { id: 'client_card', name: 'Client card', description: 'A5' },
];

let sets: Partial<ComposedSet>[];
let shown: HTMLElement;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  storeToken(`a.${btoa(JSON.stringify({ exp: Date.now() }))}.x`);
  vi.stubGlobal('fetch', (request: Request) => {
    const sent = request.url.endsWith('/jobs/j/sets') ? sets : { output_templates: TEMPLATES };
    return Promise.resolve(new Response(JSON.stringify({ data: sent, error: null })));
  });
  shown = document.createElement('div');
});

afterEach(() => queryClient.clear());

async function show(...said: Partial<ComposedSet>[]): Promise<void> {
  sets = said.map((set) => ({ output_template: 'client_card', files: [], progress: 0, ...set }));
  const page = (
    <QueryClientProvider client={queryClient}>
      <Sets job={JOB} />
    </QueryClientProvider>
  );
  await act(() => Promise.resolve(createRoot(shown).render(page)));
  await vi.waitFor(() => expect(shown.querySelector('h3')?.textContent).toBe('Client card'));
}

test('the newest set of a template is the one that is shown', async () => {
  await show(
    { set_id: '1', status: 'failed', error: { code: 'COMPOSING_FAILED', message: '' } },
    { set_id: '2', status: 'done', zip_url: 'https://store/set.zip', expires_at: '2026-01-02T03:04:05Z' },
  );

  await vi.waitFor(() => expect(shown.querySelector('button')?.textContent).toBe(en.sets.zip));
  expect(shown.querySelector('[role=alert]')).toBeNull();
});

test('a set that failed says why and can be made again', async () => {
  await show({ set_id: '1', status: 'failed', error: { code: 'SERVICE_UNAVAILABLE', message: '' } });

  await vi.waitFor(() =>
    expect(shown.querySelector('[role=alert]')?.textContent).toBe(en.sets.failed.SERVICE_UNAVAILABLE),
  );
  expect(shown.querySelector('button')?.textContent).toBe(en.sets.compose);
});

test('a set that was made before a retry says so, and another can be made', async () => {
  const done = {
    status: 'done',
    zip_url: 'https://store/set.zip',
    expires_at: '2026-01-02T03:04:05Z',
  } as const;
  await show({ set_id: '1', outdated: true, ...done });

  await vi.waitFor(() => expect(shown.querySelector('[role=status]')?.textContent).toBe(en.sets.outdated));
  expect(shown.querySelector(`[aria-label="${en.sets.again}: Client card"]`)).not.toBeNull();
});
