import { useEffect, useState, useSyncExternalStore } from 'react';
import { CameraFlow, type CameraState } from './camera-flow';

/** The camera for as long as the page that shows it is there and seen. */
export function useCamera(): [CameraState, CameraFlow] {
  const [flow] = useState(() => new CameraFlow());
  const state = useSyncExternalStore(flow.subscribe, flow.get);
  useEffect(() => {
    let here = true;
    let resume = false;
    void mayStart().then((may) => {
      if (here && may && !document.hidden) void flow.start();
    });
    const seen = () => {
      const { is } = flow.get();
      if (document.hidden) {
        resume = is === 'live' || is === 'starting';
        flow.stop();
      } else if (resume) void flow.start();
    };
    document.addEventListener('visibilitychange', seen);
    return () => {
      here = false;
      document.removeEventListener('visibilitychange', seen);
      flow.stop();
    };
  }, [flow]);
  return [state, flow];
}

/** Whether leave was given before, so that starting asks nothing. Without knowing, a person's tap starts it. */
async function mayStart(): Promise<boolean> {
  try {
    if ((navigator.mediaDevices as MediaDevices | undefined) === undefined) return true;
    return (await navigator.permissions.query({ name: 'camera' })).state === 'granted';
  } catch {
    return false;
  }
}
