import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followJob } from './events';
import { storeToken } from './token';

/** What the server does with each try, the last one for ever. */
let answers: (() => Promise<Response>)[];
let asked: (string | null)[];
let stop: AbortController;

function events(...blocks: string[]): Response {
  return new Response(blocks.join(''), { headers: { 'Content-Type': 'text/event-stream' } });
}

beforeEach(() => {
  vi.useFakeTimers();
  storeToken(`a.${btoa(JSON.stringify({ exp: Date.now() }))}.x`);
  asked = [];
  stop = new AbortController();
  vi.stubGlobal('fetch', (request: Request) => {
    asked.push(request.headers.get('Last-Event-ID'));
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    const aborted = new Promise<never>((_, fail) =>
      request.signal.addEventListener('abort', () => fail(new DOMException('', 'AbortError'))),
    );
    return Promise.race([answer?.(), aborted]);
  });
});

afterEach(() => {
  stop.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a stream that was cut goes on after the last event', async () => {
  answers = [
    () => Promise.resolve(events('id:1\nevent:item\ndata:{}\n\n', 'id:2\ndata:{}\n\n:still here\n\n')),
    () => new Promise(() => undefined),
  ];
  const onEvent = vi.fn();
  const live: boolean[] = [];
  void followJob('j', stop.signal, onEvent, (is) => live.push(is));

  await vi.advanceTimersByTimeAsync(10);
  expect(onEvent).toHaveBeenCalledTimes(2);
  expect(live).toEqual([true, false]);

  await vi.advanceTimersByTimeAsync(3000);
  expect(asked).toEqual([null, '2']);
});

test('who comes back to the page listens anew at once', async () => {
  answers = [() => Promise.resolve(new Response(null, { status: 503 })), () => new Promise(() => undefined)];
  void followJob('j', stop.signal, vi.fn());
  await vi.advanceTimersByTimeAsync(10);
  expect(asked).toHaveLength(1);

  document.dispatchEvent(new Event('visibilitychange'));
  await vi.advanceTimersByTimeAsync(10);
  expect(asked).toHaveLength(2);
});

test('a stream that is silent for long is given up', async () => {
  answers = [() => new Promise(() => undefined)];
  void followJob('j', stop.signal, vi.fn());

  await vi.advanceTimersByTimeAsync(39_000);
  expect(asked).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(5000);
  expect(asked).toHaveLength(2);
});

test('a server that has too many streams is asked again when it says', async () => {
  answers = [() => Promise.resolve(new Response(null, { status: 429, headers: { 'Retry-After': '20' } }))];
  void followJob('j', stop.signal, vi.fn());

  await vi.advanceTimersByTimeAsync(15_000);
  expect(asked).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(6000);
  expect(asked).toHaveLength(2);
});
