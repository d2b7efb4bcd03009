import { useSyncExternalStore } from 'react';

/** A page that stays open for days still hears of a new build. */
const LOOK_EVERY_MS = 60 * 60 * 1000;

let waiting: ServiceWorker | null = null;
const listeners = new Set<() => void>();

/** Starts the service worker when the page has loaded. Only secure pages of a built studio have one. */
export function registerWorker(): void {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (!import.meta.env.PROD || workers === undefined) return;
  window.addEventListener('load', () => {
    // Without one the studio works as before.
    workers.register('/sw.js').then(follow, () => undefined);
  });
}

function follow(registration: ServiceWorkerRegistration | undefined): void {
  // Where workers are blocked some browsers refuse, others answer with nothing.
  if (registration === undefined) return;
  const found = () => {
    // The first one of a browser replaces nobody.
    if (registration.waiting !== null && registration.active !== null) void consider(registration.waiting);
  };
  const watch = () => registration.installing?.addEventListener('statechange', found);
  found();
  watch();
  registration.addEventListener('updatefound', watch);
  setInterval(() => void registration.update().catch(() => undefined), LOOK_EVERY_MS);
}

/** A page that came from the server is often as new as the worker; then there is nothing to ask. */
async function consider(worker: ServiceWorker): Promise<void> {
  const entry = document.querySelector<HTMLScriptElement>('script[type=module][src]')?.src ?? location.href;
  if (await has(worker, new URL(entry).pathname)) worker.postMessage('take over');
  else {
    waiting = worker;
    listeners.forEach((listener) => listener());
  }
}

function has(worker: ServiceWorker, file: string): Promise<boolean> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<boolean>) => resolve(data);
    worker.postMessage(file, [port2]);
  });
}

/** Whether a newer build waits for this page to be loaded again. */
export function useNewBuild(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => waiting !== null,
  );
}

/** Loads this page anew, with the newer build; other pages go on with theirs. */
export function takeNewBuild(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting?.postMessage('take over');
}
