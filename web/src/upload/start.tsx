import { useInfiniteQuery } from '@tanstack/react-query';
import { Camera, ImagePlus } from 'lucide-react';
import { Link } from 'wouter';
import { isOpen, jobsQuery } from '../api/queries';
import { JobRow } from '../history/job-row';
import { useTexts } from '../i18n';
import { Button } from '../ui/button';
import { classes } from '../ui/classes';
import { useTitle } from '../ui/page';
import { FileButton } from './file-button';
import type { Rejected } from './pick';
import { Rejections } from './rejections';
import { sampleFiles, SAMPLES } from './samples';
import styles from './upload.module.css';

const ICON = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const;
/** A phone has a camera behind the picker; a desk rarely. */
const HAS_TOUCH = matchMedia('(pointer: coarse)').matches;

interface StartProps {
  onFiles: (files: File[]) => void;
  over: boolean;
  rejected: readonly Rejected[];
}

export function Start({ onFiles, over, rejected }: StartProps) {
  const { home } = useTexts();
  useTitle(home.title);
  return (
    <div className={styles.hero}>
      <header>
        <h1>{home.title}</h1>
        <p className={styles.lead}>{home.lead}</p>
      </header>
      <Rejections rejected={rejected} />
      <section className={classes(styles.zone, over && styles.over)}>
        <h2>{over ? home.dropNow : home.drop}</h2>
        <div className={styles.actions}>
          <FileButton look="primary" large onFiles={onFiles}>
            <ImagePlus {...ICON} />
            {home.choose}
          </FileButton>
          {HAS_TOUCH && (
            <FileButton large camera onFiles={onFiles}>
              <Camera {...ICON} />
              {home.camera}
            </FileButton>
          )}
        </div>
        <p className={styles.small}>{home.formats}</p>
      </section>
      <div className={styles.samples}>
        <div className={styles.rooms} aria-hidden>
          {SAMPLES.map(({ url }) => (
            <img key={url} src={url} alt="" />
          ))}
        </div>
        <Button onClick={() => void sampleFiles().then(onFiles)}>{home.samples}</Button>
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
