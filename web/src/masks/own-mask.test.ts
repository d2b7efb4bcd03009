import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { queryClient } from '../api/queries';
import { storeToken } from '../api/token';
import { MASK_BYTES_MAX, saveMask, stepBack } from './own-mask';

const PLACE = { job: 'j', idx: 0, concept: 'Wall' };
const LINK = { url: 'https://store/mask', method: 'PUT', headers: {}, expires_at: '' };

let answers: Record<string, { status: number; body: object }>;

/** The store takes what is put. */
class StoreRequest {
  upload = {};
  status = 200;
  onload = () => undefined;
  onloadend = () => undefined;
  open = () => undefined;
  setRequestHeader = () => undefined;
  send = () => queueMicrotask(() => (this.onload(), this.onloadend()));
}

beforeEach(() => {
  storeToken(`a.${btoa(JSON.stringify({ exp: Date.now() }))}.x`);
  vi.stubGlobal('XMLHttpRequest', StoreRequest);
  vi.stubGlobal('fetch', ({ method, url }: Request) => {
    const answer = answers[`${method} ${new URL(url).pathname}`];
    return Promise.resolve(new Response(JSON.stringify(answer?.body), { status: answer?.status ?? 500 }));
  });
  answers = {
    'POST /jobs/j/items/0/masks': { status: 200, body: { data: { upload: LINK } } },
    'PUT /jobs/j/items/0/masks/Wall': { status: 200, body: { data: { version: 3 } } },
  };
});

afterEach(() => queryClient.clear());

function refuse(call: string, status: number, code: string): void {
  answers[call] = { status, body: { data: null, error: { code, message: '' } } };
}

function jobIs(status: string): void {
  answers['GET /jobs/j'] = { status: 200, body: { data: { job: { status, items: [], download_urls: [] } } } };
}

test('a mask is put and becomes a version', async () => {
  expect(await saveMask(PLACE, new Blob(['png']))).toBe(3);
});

test('the last of the versions, and a set that is being made, are told apart', async () => {
  refuse('PUT /jobs/j/items/0/masks/Wall', 409, 'INVALID_TRANSITION');
  jobIs('uploaded');
  await expect(saveMask(PLACE, new Blob(['png']))).rejects.toMatchObject({ problem: 'versions' });
  jobIs('running');
  await expect(saveMask(PLACE, new Blob(['png']))).rejects.toMatchObject({ problem: 'closed' });
});

test('what the server cannot read, and what is too large, is said as such', async () => {
  refuse('PUT /jobs/j/items/0/masks/Wall', 422, 'UPLOAD_INCOMPLETE');
  await expect(saveMask(PLACE, new Blob(['png']))).rejects.toMatchObject({ problem: 'unfit' });
  const large = new Blob([new Uint8Array(MASK_BYTES_MAX + 1)]);
  await expect(saveMask(PLACE, large)).rejects.toMatchObject({ problem: 'too_large' });
});

test('other refusals keep their own words', async () => {
  refuse('DELETE /jobs/j/items/0/masks/Wall', 404, 'NOT_FOUND');
  await expect(stepBack(PLACE)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
