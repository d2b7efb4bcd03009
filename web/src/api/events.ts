import { authorized } from './client';
import { Refusal } from './refusal';

/** Waits between two tries to listen; meanwhile the state is asked for. */
const AGAIN_AFTER_MS = 3000;

/**
 * Tells when something happens to a job, until `stop`. A stream over fetch, because EventSource sends no token; it goes on
 * after the last event that came. What the events say is asked for anew: one source of the truth.
 */
export async function followJob(id: string, stop: AbortSignal, onEvent: () => void): Promise<void> {
  let last: string | null = null;
  while (!stop.aborted) {
    try {
      last = await listen(id, last, stop, onEvent);
    } catch (failure) {
      if (failure instanceof Refusal && failure.code === 'SESSION_LOST') return;
    }
    await pause(AGAIN_AFTER_MS, stop);
    if (!stop.aborted) onEvent();
  }
}

async function listen(id: string, last: string | null, stop: AbortSignal, onEvent: () => void) {
  const headers = { Accept: 'text/event-stream', ...(last === null ? {} : { 'Last-Event-ID': last }) };
  const response = await authorized(
    new Request(`${location.origin}/jobs/${encodeURIComponent(id)}/events`, { headers, signal: stop }),
  );
  if (!response.ok || response.body === null) return last;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  let seen = last;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const blocks = (rest + part.value).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      seen = /^id:\s*(.*)$/m.exec(block)?.[1] ?? seen;
      if (/^data:/m.test(block)) onEvent();
    }
  }
  return seen;
}

function pause(ms: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    stop.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
