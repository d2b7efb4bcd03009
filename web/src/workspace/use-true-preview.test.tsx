import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { queryClient, type Job } from '../api/queries';
import { storeToken } from '../api/token';
import type { WorkingRule } from '../rules/rule';
import { useTruePreview } from './use-true-preview';

const RULE = {
  concepts: { Wall: { action: 'recolor', value: 'sage' } },
  protect: [],
  instances: {},
} as unknown as WorkingRule;
const WAIT = { timeout: 5000 };

class Picture {}

let answers: { status: number; body: unknown }[];
let asked: number;
let shown: HTMLElement;
let root: Root;

beforeEach(() => {
  vi.stubGlobal('ImageBitmap', Picture);
  vi.stubGlobal('createImageBitmap', () => Promise.resolve(new Picture()));
  storeToken(`a.${btoa(JSON.stringify({ exp: Date.now() }))}.x`);
  asked = 0;
  vi.stubGlobal('fetch', (request: Request | string) => {
    if (typeof request === 'string') return Promise.resolve(new Response('picture'));
    const answer = answers[Math.min(asked++, answers.length - 1)];
    return Promise.resolve(new Response(JSON.stringify(answer?.body), { status: answer?.status ?? 500 }));
  });
  shown = document.createElement('div');
  root = createRoot(shown);
});

afterEach(() => queryClient.clear());

function View({ segmentation }: { segmentation: string }) {
  const job = { job_id: 'j', segmentation: { status: segmentation } } as unknown as Job;
  return <p>{useTruePreview(job, 0, RULE, true).state}</p>;
}

function show(segmentation: string): void {
  root.render(
    <QueryClientProvider client={queryClient}>
      <View segmentation={segmentation} />
    </QueryClientProvider>,
  );
}

async function expectState(state: string): Promise<void> {
  await vi.waitFor(() => expect(shown.textContent).toBe(state), WAIT);
}

const PAINTED = { status: 200, body: { data: { idx: 0, status: 'done', url: 'https://store/p.jpg' } } };

test('a preview that is still painted is asked for again', async () => {
  answers = [{ status: 202, body: { data: { idx: 0, status: 'running' } } }, PAINTED];
  show('done');
  await expectState('painting');
  await expectState('true');
  expect(asked).toBe(2);
});

test('what was not looked for is said, and asked for again when it was', async () => {
  const error = { code: 'INVALID_TRANSITION', message: 'Segment first.' };
  answers = [{ status: 409, body: { data: null, error } }, PAINTED];
  show('running');
  await expectState('missing');
  show('done');
  await expectState('true');
});
