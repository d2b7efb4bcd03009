import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { followJob } from '../api/events';
import { isOpen, jobQuery, queryClient } from '../api/queries';

/** Besides the stream of events, which a proxy on the way may hold back. */
const ASK_EVERY_MS = 5000;

/** A job as it is, kept up to date while something can happen to it. */
export function useJob(id: string) {
  const query = useQuery({
    ...jobQuery(id),
    refetchInterval: ({ state }) =>
      state.data !== undefined && isOpen(state.data.status) ? ASK_EVERY_MS : false,
    refetchOnWindowFocus: true,
  });
  const open = query.data !== undefined && isOpen(query.data.status);
  useEffect(() => {
    if (!open) return;
    const stop = new AbortController();
    void followJob(id, stop.signal, () => void queryClient.invalidateQueries({ queryKey: ['job', id] }));
    return () => stop.abort();
  }, [id, open]);
  return query;
}
