import { beforeEach, expect, test, vi } from 'vitest';
import { offline, Refusal } from '../api/refusal';
import { pause } from './patience';
import type { put, PutEnd, UploadLink } from './put';
import { UploadRun, type Transfer, type UploadEvents } from './upload-run';

const photos: Transfer[] = Array.from({ length: 9 }, (_, idx) => ({
  id: `p${idx}`,
  idx,
  file: new Blob([String(idx)]),
}));
const links = photos.map(({ idx }) => ({ idx }) as UploadLink);
const noWait = () => Promise.resolve();
let said: string[];
let asked: number;

function listen(freshLinks: UploadEvents['freshLinks']): UploadEvents {
  return {
    progress: () => undefined,
    stored: (id) => said.push(`stored ${id}`),
    failed: (id) => said.push(`failed ${id}`),
    waiting: () => undefined,
    freshLinks: () => {
      asked += 1;
      return freshLinks();
    },
  };
}

beforeEach(() => {
  said = [];
  asked = 0;
});

/** Ends in turn as said, then well. */
function ending(...ends: PutEnd[]): typeof put {
  return () => Promise.resolve(ends.shift() ?? 'stored');
}

test('four are on their way at a time', async () => {
  let now = 0;
  let most = 0;
  const putting: typeof put = async () => {
    most = Math.max(most, ++now);
    await new Promise((resolve) => setTimeout(resolve));
    now -= 1;
    return 'stored';
  };
  await new UploadRun(
    listen(() => Promise.resolve(links)),
    putting,
    noWait,
  ).send(photos);
  expect(most).toBe(4);
  expect(said).toHaveLength(photos.length);
});

test('what breaks is tried again however often, and refused links are exchanged once for all', async () => {
  const broken = Array<PutEnd>(20).fill('broken');
  const run = new UploadRun(
    listen(() => Promise.resolve(links)),
    ending(...broken, 'refused', 'refused', 'refused', 'refused'),
    noWait,
  );
  await run.send(photos);
  expect(said.toSorted()).toEqual(photos.map(({ id }) => `stored ${id}`));
  expect(asked).toBe(2);
});

test('one that is refused whatever its link fails, and so does a file that cannot be read any more', async () => {
  const gone = new Blob(['x']);
  gone.slice = () => ({ arrayBuffer: () => Promise.reject(new Error('gone')) }) as unknown as Blob;
  const refusing: typeof put = (link) => Promise.resolve(link.idx === 0 ? 'refused' : 'broken');
  const run = new UploadRun(
    listen(() => Promise.resolve(links)),
    refusing,
    noWait,
  );
  await run.send([
    { id: 'refused', idx: 0, file: new Blob(['y']) },
    { id: 'gone', idx: 1, file: gone },
  ]);
  expect(said.toSorted()).toEqual(['failed gone', 'failed refused']);
});

test('a server that is away is waited for, and one that refuses the job ends the run', async () => {
  const answers = [
    () => Promise.reject<UploadLink[]>(offline()),
    () => Promise.reject<UploadLink[]>(new Refusal('JOB_NOT_FOUND', '', 404)),
  ];
  const run = new UploadRun(
    listen(() => answers.shift()?.() ?? Promise.resolve(links)),
    ending(),
    noWait,
  );
  await expect(run.send(photos.slice(0, 1))).rejects.toThrow(Refusal);
  expect(asked).toBe(2);
  expect(said).toEqual([]);
});

test('a wait ends when the page is looked at again after a sleep', async () => {
  vi.useFakeTimers();
  const over = vi.fn();
  const waiting = pause(6, new AbortController().signal).then(over);
  await Promise.resolve();
  expect(over).not.toHaveBeenCalled();
  document.dispatchEvent(new Event('visibilitychange'));
  await waiting;
  vi.useRealTimers();
});
