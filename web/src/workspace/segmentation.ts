import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api, data } from '../api/client';
import { queryClient, type Job } from '../api/queries';

/** Looks for everything that the preset knows, once, as soon as photos are there. */
export function useSegmentation(job: Job, concepts: string[] | undefined) {
  const asked = useRef(false);
  const look = useMutation({
    mutationFn: async (wanted: string[]) => {
      const path = { id: job.job_id };
      await data(api.POST('/jobs/{id}/segment', { params: { path }, body: { concepts: wanted as never } }));
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['job', job.job_id] }),
  });
  const { mutate } = look;
  useEffect(() => {
    if (asked.current || concepts === undefined || job.segmentation) return;
    asked.current = true;
    mutate(concepts);
  }, [job.segmentation, concepts, mutate]);
  return { failure: look.error, again: () => concepts && mutate(concepts) };
}
