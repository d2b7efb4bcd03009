import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, data, onceOnly } from '../api/client';
import { queryClient, type Item, type Job } from '../api/queries';
import { useTexts } from '../i18n';
import { Button } from '../ui/button';
import { classes } from '../ui/classes';
import { Dialog } from '../ui/dialog';
import { Failed } from '../ui/notice';
import { Page } from '../ui/page';
import styles from './run.module.css';

/** A job at work: how far it is as a whole, and each photo from before to after. */
export function Run({ job }: { job: Job }) {
  const { run, status } = useTexts();
  const [asking, setAsking] = useState(false);
  const ended = job.done_items + job.failed_items;
  const title = job.status === 'queued' ? status.queued : `${ended}/${job.total_items}`;
  return (
    <Page title={title} aside={<Button onClick={() => setAsking(true)}>{run.cancel}</Button>}>
      <div className={styles.status}>
        <progress className={styles.bar} value={ended} max={job.total_items} aria-label={status.running} />
        <p role="status">
          {job.status === 'queued' ? run.queued : run.running(job.done_items, job.total_items)}
        </p>
        <p className={styles.hint}>
          <Forecast job={job} /> {run.close}
        </p>
      </div>
      <ul className={styles.grid}>
        {job.items.map((item) => (
          <li key={item.idx}>
            <PhotoState job={job} item={item} />
          </li>
        ))}
      </ul>
      {asking && <CancelDialog job={job} onClose={() => setAsking(false)} />}
    </Page>
  );
}

/** The place in the line and the time left, as far as the server knows them. Not announced: they change all the time. */
function Forecast({ job }: { job: Job }) {
  const { run } = useTexts();
  const { queue_position: place, eta_seconds: seconds } = job;
  return (
    <>
      {job.status === 'queued' && typeof place === 'number' && `${run.place(place - 1)} `}
      {typeof seconds === 'number' && run.left(seconds)}
    </>
  );
}

function PhotoState({ job, item }: { job: Job; item: Item }) {
  const { item: words, job: texts, run } = useTexts();
  const finished = job.download_urls.find(({ idx }) => idx === item.idx)?.preview_url;
  const url = finished ?? item.view_url ?? undefined;
  return (
    <div className={classes(styles.photo, item.status !== 'done' && styles.waiting)}>
      {url !== undefined && <img src={url} alt={texts.photo(item.idx + 1)} />}
      <span className={styles.state}>
        {words[item.status]}
        {item.error && `: ${run.fault[item.error.code]}`}
      </span>
    </div>
  );
}

function CancelDialog({ job, onClose }: { job: Job; onClose: () => void }) {
  const { run } = useTexts();
  const { held, captured, released } = job.credits;
  const cancel = useMutation({
    mutationFn: () =>
      data(api.POST('/jobs/{id}/cancel', { params: { path: { id: job.job_id }, header: onceOnly() } })),
    onSuccess: onClose,
    onSettled: () => queryClient.invalidateQueries(),
  });
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
      <p>{run.cancelText(held - captured - released)}</p>
      {cancel.isError && <Failed failure={cancel.error} onRetry={() => cancel.mutate()} />}
    </Dialog>
  );
}
