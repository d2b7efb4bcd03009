import { Refusal } from '../api/refusal';

const FIRST_WAIT_MS = 800;
const LONGEST_WAIT_MS = 15_000;

/** Waits before another try, longer with each; shorter when the network comes back or the page is looked at again. */
export type Wait = (tries: number, stop: AbortSignal) => Promise<void>;

export const pause: Wait = (tries, stop) =>
  new Promise((resolve) => {
    const over = new AbortController();
    const go = () => {
      clearTimeout(timer);
      over.abort();
      resolve();
    };
    const timer = setTimeout(go, Math.min(FIRST_WAIT_MS * 2 ** (tries - 1), LONGEST_WAIT_MS));
    stop.addEventListener('abort', go, { signal: over.signal });
    window.addEventListener('online', go, { signal: over.signal });
    const seen = () => document.visibilityState === 'visible' && go();
    document.addEventListener('visibilitychange', seen, { signal: over.signal });
  });

/** Does a call again until the server is there to answer it; `waiting` is told whether it is not. */
export async function patiently<T>(
  call: () => Promise<T>,
  waiting: (waits: boolean) => void,
  stop: AbortSignal,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      const answer = await call();
      waiting(false);
      return answer;
    } catch (failure) {
      if (stop.aborted || !(failure instanceof Refusal && failure.isPassing)) throw failure;
      waiting(true);
      await pause(tries, stop);
      stop.throwIfAborted();
    }
  }
}
