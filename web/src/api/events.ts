import { authorized } from './client';
import { Refusal } from './refusal';

/** Waits between two tries to listen; meanwhile the state is asked for. */
const AGAIN_AFTER_MS = 3000;
/** The server says every 15 seconds that it is there; a stream that missed two of them is dead, as after a sleep. */
const SILENCE_MAX_MS = 40_000;

interface Stream {
  last: string | null;
  /** Milliseconds until the next try. */
  wait: number;
}

/**
 * Tells when something happens to a job, until `stop`. A stream over fetch, because EventSource sends no token; it goes on
 * after the last event that came. What the events say is asked for anew: one source of the truth. `onLive` says whether
 * the stream can be relied on.
 */
export async function followJob(
  id: string,
  stop: AbortSignal,
  onEvent: () => void,
  onLive: (live: boolean) => void = () => undefined,
): Promise<void> {
  const stream: Stream = { last: null, wait: 0 };
  while (!stop.aborted) {
    stream.wait = AGAIN_AFTER_MS;
    const cut = new AbortController();
    const wake = () => document.visibilityState === 'visible' && cut.abort();
    document.addEventListener('visibilitychange', wake);
    window.addEventListener('online', wake);
    try {
      await listen(id, stream, AbortSignal.any([stop, cut.signal]), onEvent, onLive);
    } catch (failure) {
      if (failure instanceof Refusal && failure.code === 'SESSION_LOST') return;
    } finally {
      document.removeEventListener('visibilitychange', wake);
      window.removeEventListener('online', wake);
    }
    if (stop.aborted) return;
    onLive(false);
    // Who comes back to the page waits for nothing.
    if (!cut.signal.aborted) await pause(stream.wait, stop);
  }
}

async function listen(
  id: string,
  stream: Stream,
  stop: AbortSignal,
  onEvent: () => void,
  onLive: (live: boolean) => void,
): Promise<void> {
  const headers: Record<string, string> = { Accept: 'text/event-stream' };
  if (stream.last !== null) headers['Last-Event-ID'] = stream.last;
  const silent = new AbortController();
  let alarm = setTimeout(() => silent.abort(), SILENCE_MAX_MS);
  const signal = AbortSignal.any([stop, silent.signal]);
  try {
    const url = `${location.origin}/jobs/${encodeURIComponent(id)}/events`;
    const response = await authorized(new Request(url, { headers, signal }));
    if (!response.ok || response.body === null) {
      stream.wait = Math.max(AGAIN_AFTER_MS, Number(response.headers.get('Retry-After')) * 1000 || 0);
      return;
    }
    onLive(true);
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      clearTimeout(alarm);
      alarm = setTimeout(() => silent.abort(), SILENCE_MAX_MS);
      const blocks = (rest + part.value).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        stream.last = /^id:\s*(.*)$/m.exec(block)?.[1] ?? stream.last;
        if (/^data:/m.test(block)) onEvent();
      }
    }
  } finally {
    clearTimeout(alarm);
  }
}

function pause(ms: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      stop.removeEventListener('abort', done);
      window.removeEventListener('online', done);
      document.removeEventListener('visibilitychange', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    stop.addEventListener('abort', done);
    window.addEventListener('online', done);
    document.addEventListener('visibilitychange', done);
  });
}
