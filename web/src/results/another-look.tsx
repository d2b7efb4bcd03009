import { useMutation } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { api, data, onceOnly } from '../api/client';
import { queryClient, type Job } from '../api/queries';
import type { components } from '../api/schema';
import { useTexts } from '../i18n';
import { designsOf } from '../rules/designs';
import { keepDesigns } from '../rules/use-designs';
import { Button } from '../ui/button';
import { Failed } from '../ui/notice';
import { instancesOf } from './manifest';
import styles from './results.module.css';

type PresetId = components['schemas']['CreateJobRequest']['preset'];

/** The way back to the choices: a new set of the same photos, with what was found and drawn on them and with the rule so far. */
export function AnotherLook({ job }: { job: Job }) {
  const { results } = useTexts();
  const [, navigate] = useLocation();
  const start = useMutation({
    mutationFn: async () => {
      const designs = designsOf(job.variants, await instancesOf(job));
      const id = await copyOf(job);
      keepDesigns(id, designs);
      return id;
    },
    onSuccess: (id) => {
      navigate(`/studio/jobs/${id}`);
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['jobs'] }),
  });
  if (job.pictures !== 'kept') return null;
  return (
    <div className={styles.another}>
      <Button disabled={start.isPending} title={results.anotherHint} onClick={() => start.mutate()}>
        {results.another}
      </Button>
      {start.isError && <Failed failure={start.error} onRetry={() => start.mutate()} />}
    </div>
  );
}

async function copyOf({ preset, job_id: source }: Job): Promise<string> {
  const body = { preset: preset as PresetId, source_job_id: source };
  const created = await data(api.POST('/jobs', { body, params: { header: onceOnly() } }));
  const id = created.job_id ?? '';
  try {
    await data(api.POST('/jobs/{id}/confirm-upload', { params: { path: { id } } }));
  } catch (failure) {
    // One that waits for nothing would take the place of the next try.
    await api.POST('/jobs/{id}/cancel', { params: { path: { id } } }).catch(() => undefined);
    throw failure;
  }
  return id;
}
