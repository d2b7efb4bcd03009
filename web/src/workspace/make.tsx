import { useMutation } from '@tanstack/react-query';
import { api, data, onceOnly } from '../api/client';
import { queryClient, type Job } from '../api/queries';
import { useTexts } from '../i18n';
import { executeInstances, type WorkingRule } from '../rules/rule';
import { dropRule } from '../rules/use-rule';
import { Button } from '../ui/button';
import { Failed } from '../ui/notice';
import styles from './workspace.module.css';

/** The one step that spends credits. */
export function Make({ job, rule }: { job: Job; rule: WorkingRule }) {
  const { rule: texts } = useTexts();
  const make = useMutation({
    mutationFn: () =>
      data(
        api.POST('/jobs/{id}/execute', {
          params: { path: { id: job.job_id }, header: onceOnly() },
          body: {
            concepts: rule.concepts,
            protect: rule.protect,
            instances: executeInstances(rule),
          } as never,
        }),
      ),
    onSuccess: () => dropRule(job.job_id),
    onSettled: () => {
      void queryClient.invalidateQueries({ queryKey: ['job', job.job_id] });
      void queryClient.invalidateQueries({ queryKey: ['jobs'] });
      void queryClient.invalidateQueries({ queryKey: ['me'] });
    },
  });
  const photos = job.items.filter((item) => item.status !== 'failed').length;
  const empty = Object.keys(rule.concepts).length === 0;
  const running = job.segmentation?.status === 'running';
  return (
    <div className={styles.foot}>
      {make.isError && <Failed failure={make.error} onRetry={() => make.mutate()} />}
      <Button
        look="primary"
        large
        disabled={empty || running || make.isPending}
        onClick={() => make.mutate()}
      >
        {empty ? texts.chooseFirst : texts.make(photos, photos)}
      </Button>
    </div>
  );
}
