import { useEffect, useState } from 'react';
import type { Job, JobStatus } from '../api/queries';
import { useTexts } from '../i18n';

/** Ids of the sets whose end is to be told by the browser. */
const KEY = 'photoset.notices';

export type NoticeState = 'unavailable' | 'off' | 'on' | 'denied';

/** Tells the end of a set by a notice of the browser, when somebody asked for it and looks at something else. */
export function useEndNotice(job: Job | undefined): void {
  const { results, status: words } = useTexts();
  const id = job?.job_id;
  const status = job?.status;
  const title = status === 'done' ? results.title(job?.download_urls.length ?? 0) : status && words[status];
  useEffect(() => {
    if (id === undefined || status === undefined || !isOver(status) || !wanted().includes(id)) return;
    setWanted(id, false);
    if (document.visibilityState === 'hidden') void tell(id, title ?? '');
  }, [id, status, title]);
}

/** Whether the end of a set will be told, and how to ask for it: only by a gesture, as browsers want it. */
export function useNoticeWish(id: string): [NoticeState, () => void] {
  const [state, setState] = useState<NoticeState>(() => {
    const now = stateOf(id);
    // Who said no before is not told of it again.
    return now === 'denied' ? 'unavailable' : now;
  });
  const toggle = async () => {
    if (state === 'on') setWanted(id, false);
    else setWanted(id, (await Notification.requestPermission()) === 'granted');
    setState(stateOf(id));
  };
  return [state, () => void toggle()];
}

function stateOf(id: string): NoticeState {
  if (!('Notification' in window) || !window.isSecureContext) return 'unavailable';
  if (Notification.permission === 'denied') return 'denied';
  return Notification.permission === 'granted' && wanted().includes(id) ? 'on' : 'off';
}

async function tell(id: string, body: string): Promise<void> {
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  const notice = { body, tag: id, icon: '/favicon.svg' };
  // A phone shows notices of a service worker only.
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  const worker = await workers?.getRegistration();
  if (worker) await worker.showNotification('Photoset', notice);
  else new Notification('Photoset', notice).onclick = () => window.focus();
}

function isOver(status: JobStatus): boolean {
  return status === 'done' || status === 'failed' || status === 'canceled';
}

function wanted(): string[] {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]') as string[];
  } catch {
    return [];
  }
}

function setWanted(id: string, want: boolean): void {
  const others = wanted().filter((one) => one !== id);
  localStorage.setItem(KEY, JSON.stringify(want ? [...others, id] : others));
}
