import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { followJob } from '../api/events';
import { isOpen, jobQuery, queryClient } from '../api/queries';
import { Refusal } from '../api/refusal';
import { throttled } from './throttled';

/** While the stream of events is there; a proxy on the way may still hold events back. */
const ASK_LIVE_MS = 15_000;
const ASK_ALONE_MS = 3000;
/** An album of 200 photos has an event several times a second, and each answer tells of all of them. */
const ASK_APART_MS = 1000;

/** A job as it is, kept up to date while something can happen to it. */
export function useJob(id: string) {
  const [live, setLive] = useState(false);
  const query = useQuery({
    ...jobQuery(id),
    refetchInterval: ({ state }) => {
      if (state.data === undefined)
        return state.error instanceof Refusal && state.error.isPassing ? ASK_ALONE_MS : false;
      if (!isOpen(state.data.status)) return false;
      return live ? ASK_LIVE_MS : ASK_ALONE_MS;
    },
    // The title of the window, and a notice at the end, are for who looks at something else.
    refetchIntervalInBackground: true,
    refetchOnWindowFocus: 'always',
    refetchOnReconnect: 'always',
  });
  const open = query.data !== undefined && isOpen(query.data.status);
  useEffect(() => {
    if (!open) return;
    const stop = new AbortController();
    const ask = throttled(ASK_APART_MS, () => void queryClient.invalidateQueries({ queryKey: ['job', id] }));
    void followJob(id, stop.signal, ask.call, setLive);
    return () => {
      stop.abort();
      ask.cancel();
    };
  }, [id, open]);
  return query;
}
