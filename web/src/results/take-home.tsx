import { Download, Share2 } from 'lucide-react';
import { useState } from 'react';
import { lifetimeOf } from '../api/links';
import type { Job } from '../api/queries';
import { useTexts } from '../i18n';
import { Button } from '../ui/button';
import { Notice, useProblem } from '../ui/notice';
import { keyOf, letterOfVariant, picturesOfPhoto, type Picture } from './pictures';
import styles from './results.module.css';
import { fileOf, saveAll } from './save';
import { copied, SHARED_MAX, shareFiles, sharesFiles } from './share';

const ICON = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const;

interface TakeHomeProps {
  job: Job;
  /** All of the set, what was selected of it, and the one that is shown. */
  all: readonly Picture[];
  selected: readonly Picture[];
  shown: Picture;
}

/** The ways of the pictures to their owner: downloads, and the apps of the device. */
export function TakeHome({ job, all, selected, shown }: TakeHomeProps) {
  const { results } = useTexts();
  const [saving, setSaving] = useState<{ done: number; of: number }>();
  const [failed, setFailed] = useState(0);
  const download = async (pictures: readonly Picture[]) => {
    setFailed(0);
    setSaving({ done: 0, of: pictures.length });
    const missing = await saveAll(job.job_id, pictures, (done) => setSaving({ done, of: pictures.length }));
    setFailed(missing);
    setSaving(undefined);
  };
  const busy = saving !== undefined;
  const chosen = selected.length > 0 ? selected : [shown];
  const designs = picturesOfPhoto(job, shown.idx);
  const design = designOf(job, shown);
  return (
    <>
      <div className={styles.takeHome}>
        <Button disabled={busy} onClick={() => void download([shown])}>
          <Download {...ICON} />
          {design === undefined ? results.download : results.downloadDesign(design)}
        </Button>
        {designs.length > 1 && (
          <Button disabled={busy} onClick={() => void download(designs)}>
            <Download {...ICON} />
            {results.downloadDesigns(designs.length)}
          </Button>
        )}
        {selected.length > 0 && (
          <Button disabled={busy} onClick={() => void download(selected)}>
            <Download {...ICON} />
            {results.downloadSelected(selected.length)}
          </Button>
        )}
        <Share key={chosen.map(keyOf).join()} job={job} pictures={chosen} />
        <Button look="primary" disabled={busy} onClick={() => void download(all)}>
          <Download {...ICON} />
          {results.downloadAll}
        </Button>
      </div>
      <p role="status" className={styles.hint}>
        {saving !== undefined && saving.of > 1 && results.saving(saving.done, saving.of)}
      </p>
      {failed > 0 && (
        <Notice kind="danger">
          <p>{results.notSaved(failed)}</p>
        </Notice>
      )}
    </>
  );
}

/** The letter of a picture's design, where there are several to confuse it with. */
function designOf(job: Job, picture: Picture | undefined): string | undefined {
  return picture !== undefined && job.variants.length > 1 ? letterOfVariant(job, picture.variant) : undefined;
}

/** Hands pictures to another app where the device can; else the link of the first one is copied. */
function Share({ job, pictures }: { job: Job; pictures: readonly Picture[] }) {
  const { results } = useTexts();
  const problem = useProblem();
  const [ready, setReady] = useState<File[]>();
  const [working, setWorking] = useState(false);
  const [said, setSaid] = useState('');
  const first = pictures[0];
  const share = async () => {
    const files =
      ready ??
      (await Promise.all(pictures.slice(0, SHARED_MAX).map((picture) => fileOf(job.job_id, picture))));
    const outcome = await shareFiles(files);
    setReady(outcome === 'later' ? files : undefined);
    setSaid(outcome === 'later' ? results.shareReady : '');
  };
  const copy = async () => {
    const url = first?.output_url ?? '';
    const minutes = Math.round((lifetimeOf(url) ?? 0) / 60);
    setSaid((await copied(url)) ? results.linkCopied(minutes) : `${results.linkShown(minutes)} ${url}`);
  };
  const go = async () => {
    setWorking(true);
    await (sharesFiles() ? share() : copy()).catch((failure: unknown) => setSaid(problem(failure)));
    setWorking(false);
  };
  return (
    <>
      <Button disabled={working} onClick={() => void go()}>
        <Share2 {...ICON} />
        {label()}
      </Button>
      <p role="status" className={styles.said}>
        {said}
      </p>
    </>
  );

  function label(): string {
    const design = designOf(job, first);
    if (!sharesFiles()) return design === undefined ? results.copyLink : results.copyLinkOf(design);
    if (ready) return results.shareNow;
    return design === undefined || pictures.length > 1
      ? results.share(pictures.length)
      : results.shareDesign(design);
  }
}
