import type { Job } from '../api/queries';
import { useTexts } from '../i18n';
import { Notice } from '../ui/notice';

/** What became of the credits of a set that ended early. */
export function Refund({ job }: { job: Job }) {
  const { run } = useTexts();
  const { held, released } = job.credits;
  if (job.status === 'done' || held === 0) return null;
  return (
    <Notice kind="warn">
      <p>
        {job.status === 'canceled' && job.end_reason === 'canceled_by_user' && `${run.canceled} `}
        {run.cameBack(released, held)}
      </p>
    </Notice>
  );
}
