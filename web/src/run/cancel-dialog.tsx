import { useMutation } from '@tanstack/react-query';
import { api, data, onceOnly } from '../api/client';
import { queryClient, type Job } from '../api/queries';
import { Refusal } from '../api/refusal';
import { useTexts } from '../i18n';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Notice, useProblem } from '../ui/notice';
import { creditsLeft } from './steps';

/** Asks before a run is stopped, and says what comes back. */
export function CancelDialog({ job, onClose }: { job: Job; onClose: () => void }) {
  const { run } = useTexts();
  const problem = useProblem();
  const cancel = useMutation({
    mutationFn: () =>
      data(api.POST('/jobs/{id}/cancel', { params: { path: { id: job.job_id }, header: onceOnly() } })),
    onSuccess: onClose,
    onSettled: () => queryClient.invalidateQueries(),
  });
  // It may have ended while the question stood there; the page then shows its pictures.
  const failed = cancel.isError && !(cancel.error instanceof Refusal && cancel.error.status === 409);
  return (
    <Dialog
      title={run.cancelTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{run.keepOn}</Button>
          <Button look="danger" disabled={cancel.isPending} onClick={() => cancel.mutate()}>
            {run.cancelConfirm}
          </Button>
        </>
      }
    >
      <p>{run.cancelText(creditsLeft(job), job.credits.held)}</p>
      {failed && (
        <Notice kind="danger">
          <p>{problem(cancel.error)}</p>
        </Notice>
      )}
    </Dialog>
  );
}
