import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { isOpen, type JobSummary } from '../api/queries';
import { useTexts } from '../i18n';
import { IconButton } from '../ui/button';
import { DeleteDialog } from './delete-dialog';
import styles from './history.module.css';
import { JobRow, useCoverJob } from './job-row';

/** A set in the list, and the way to delete its pictures once it has ended. */
export function JobEntry({ job }: { job: JobSummary }) {
  const { deletion } = useTexts();
  const [asking, setAsking] = useState(false);
  const pictures = useCoverJob(job)?.pictures;
  return (
    <div className={styles.entry}>
      <JobRow job={job} />
      {!isOpen(job.status) && pictures === 'kept' && (
        <IconButton label={deletion.one} onClick={() => setAsking(true)}>
          <Trash2 size={20} strokeWidth={1.75} aria-hidden />
        </IconButton>
      )}
      {asking && <DeleteDialog id={job.job_id} onClose={() => setAsking(false)} />}
    </div>
  );
}
