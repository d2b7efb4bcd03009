import { Bell, BellRing, Check, Clock, LoaderCircle, X } from 'lucide-react';
import { useState } from 'react';
import { renewLinks, type Item, type Job } from '../api/queries';
import { useTexts } from '../i18n';
import { Button } from '../ui/button';
import { classes } from '../ui/classes';
import { Notice } from '../ui/notice';
import { Page } from '../ui/page';
import { SmallImage } from '../ui/small-image';
import { useCalm } from './calm';
import { CancelDialog } from './cancel-dialog';
import { useNoticeWish } from './end-notice';
import styles from './run.module.css';
import { stepOf, stepOfPhoto, stepsOf } from './steps';

const ICON = { size: 16, strokeWidth: 2, 'aria-hidden': true } as const;
/** Between two things that a screen reader says by itself. */
const SAY_EVERY_MS = 5000;

interface RunProps {
  job: Job;
  /** The server did not answer last time. */
  away: boolean;
}

/** A job at work: how far it is as a whole, and each photo from before to after. */
export function Run({ job, away }: RunProps) {
  const { run, status } = useTexts();
  const [asking, setAsking] = useState(false);
  const ended = job.done_items + job.failed_items;
  const title = job.status === 'queued' ? status.queued : `${ended}/${job.total_items}`;
  const progress = job.status === 'queued' ? run.queued : run.running(job.done_items, job.total_items);
  const said = useCalm(progress, SAY_EVERY_MS);
  return (
    <Page title={title} aside={<Button onClick={() => setAsking(true)}>{run.cancel}</Button>}>
      {away && (
        <Notice kind="warn">
          <p>{run.away}</p>
        </Notice>
      )}
      <div className={styles.status}>
        <Steps job={job} />
        <progress className={styles.bar} value={ended} max={job.total_items} aria-label={status.running} />
        <p>{progress}</p>
        <p className="visually-hidden" role="status">
          {said}
        </p>
        <p className={styles.hint}>
          <Forecast job={job} /> {run.close}
        </p>
        <EndNotice job={job} />
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

function Steps({ job }: { job: Job }) {
  const { run } = useTexts();
  const now = stepOf(job);
  const steps = stepsOf(job);
  return (
    <ol className={styles.steps} aria-label={run.stepsLabel}>
      {steps.map((step, i) => (
        <li key={step} aria-current={step === now ? 'step' : undefined}>
          {i < steps.indexOf(now) && <Check {...ICON} />}
          {run.steps[step]}
        </li>
      ))}
    </ol>
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

function EndNotice({ job }: { job: Job }) {
  const { run } = useTexts();
  const [state, toggle] = useNoticeWish(job.job_id);
  if (state === 'unavailable') return null;
  if (state === 'denied') return <p className={styles.hint}>{run.notice.denied}</p>;
  return (
    <div className={styles.retry}>
      <Button className={styles.bell} look="quiet" aria-pressed={state === 'on'} onClick={toggle}>
        {state === 'on' ? <BellRing {...ICON} /> : <Bell {...ICON} />}
        {run.notice.ask}
      </Button>
      {state === 'on' && <p className={styles.hint}>{run.notice.on}</p>}
    </div>
  );
}

function PhotoState({ job, item }: { job: Job; item: Item }) {
  const { item: words, job: texts, run } = useTexts();
  const finished = job.download_urls.find(({ idx }) => idx === item.idx)?.preview_url;
  const url = finished ?? item.view_url ?? undefined;
  return (
    <div className={classes(styles.photo, item.status !== 'done' && styles.waiting)}>
      {url !== undefined && (
        <SmallImage
          src={url}
          alt={texts.photo(item.idx + 1)}
          width={480}
          renew={() => renewLinks(job.job_id)}
        />
      )}
      <span className={styles.state}>
        <StateIcon status={item.status} />
        {item.status === 'running' ? run.steps[stepOfPhoto(item)] : words[item.status]}
        {item.error && `: ${run.fault[item.error.code]}`}
      </span>
    </div>
  );
}

function StateIcon({ status }: { status: Item['status'] }) {
  switch (status) {
    case 'pending':
      return <Clock {...ICON} />;
    case 'running':
      return <LoaderCircle {...ICON} className={styles.turning} />;
    case 'done':
      return <Check {...ICON} />;
    case 'failed':
    case 'canceled':
      return <X {...ICON} />;
  }
}
