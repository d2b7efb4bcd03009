import { useInfiniteQuery } from '@tanstack/react-query';
import { Camera, ImagePlus } from 'lucide-react';
import { Link } from 'wouter';
import { isOpen, jobsQuery, type Account } from '../api/queries';
import { JobRow } from '../history/job-row';
import { useTexts } from '../i18n';
import { Button, ButtonLink } from '../ui/button';
import { useTitle } from '../ui/page';
import { FileButton } from './file-button';
import { draftFlow } from './draft';
import type { DraftState } from './draft-state';
import { Rejections } from './rejections';
import { sampleFiles, SAMPLES } from './samples';
import { Refused } from './troubles';
import styles from './upload.module.css';

const ICON = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const;

interface StartProps {
  onFiles: (files: File[]) => void;
  state: DraftState;
  account: Account | undefined;
}

export function Start({ onFiles, state, account }: StartProps) {
  const { home, upload } = useTexts();
  const { reading } = state;
  useTitle(home.title);
  return (
    <div className={styles.hero}>
      <header>
        <h1>{home.title}</h1>
        <p className={styles.lead}>{home.lead}</p>
      </header>
      <Rejections rejected={state.rejected} max={account?.max_items_per_job} />
      {state.problem !== null && <Refused failure={state.problem} />}
      <section className={styles.zone}>
        <h2>{home.drop}</h2>
        <div className={styles.actions}>
          <FileButton look="primary" large onFiles={onFiles}>
            <ImagePlus {...ICON} />
            {home.choose}
          </FileButton>
          <ButtonLink href="/studio/camera" large>
            <Camera {...ICON} />
            {home.camera}
          </ButtonLink>
        </div>
        <p className={styles.small} role="status">
          {reading === null ? home.formats : upload.reading(reading.done, reading.total)}
        </p>
      </section>
      <div className={styles.samples}>
        <div className={styles.rooms} aria-hidden>
          {SAMPLES.map(({ url }) => (
            <img key={url} src={url} alt="" />
          ))}
        </div>
        <Button onClick={() => void sampleFiles().then(onFiles, draftFlow.tell)}>{home.samples}</Button>
      </div>
      <Recent />
    </div>
  );
}

/** Sets that wait for their owner. */
function Recent() {
  const { home } = useTexts();
  const jobs = useInfiniteQuery(jobsQuery);
  const waiting = (jobs.data?.pages[0]?.jobs ?? []).filter(
    (job) => isOpen(job.status) && job.status !== 'created',
  );
  if (waiting.length === 0) return null;
  return (
    <section className={styles.recent}>
      <h2>{home.goOn}</h2>
      {waiting.slice(0, 3).map((job) => (
        <JobRow key={job.job_id} job={job} />
      ))}
      <Link href="/studio/history">{home.all}</Link>
    </section>
  );
}
