import { useState } from 'react';
import type { Job } from '../api/queries';
import { useTexts } from '../i18n';
import { FailedPhotos } from '../run/failed-photos';
import { Refund } from '../run/refund';
import { Button, ButtonLink } from '../ui/button';
import { Empty, Notice } from '../ui/notice';
import { Page } from '../ui/page';
import { Segmented } from '../ui/segmented';
import { AnotherLook } from './another-look';
import { Gallery } from './gallery';
import { keyOf, nameOfVariant, picturesOfVariant } from './pictures';
import { Proof } from './proof';
import styles from './results.module.css';
import { Sets } from './sets';
import { TakeHome } from './take-home';
import { Viewer } from './viewer';

/** What was delivered: one picture large, beside its photo, and all of them to choose from and take home. */
export function Results({ job }: { job: Job }) {
  const { results, job: words } = useTexts();
  const [variant, setVariant] = useState(job.variants[0]?.id ?? '');
  const [place, setPlace] = useState(0);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const pictures = picturesOfVariant(job, variant);
  const at = Math.min(place, pictures.length - 1);
  const shown = pictures[at];
  if (shown === undefined)
    return (
      <Empty page title={words.gone} action={<ButtonLink href="/">{words.again}</ButtonLink>}>
        {words.canceledText}
      </Empty>
    );
  const select = (key: string, isSelected: boolean) => {
    const next = new Set(selected);
    if (isSelected) next.add(key);
    else next.delete(key);
    setSelected(next);
  };
  return (
    <Page wide title={results.title(job.download_urls.length)} aside={<AnotherLook job={job} />}>
      <Refund job={job} />
      {job.failed_items > 0 && (
        <Notice kind="warn">
          <p>{results.failed(job.failed_items)}</p>
        </Notice>
      )}
      <Viewer job={job} shown={shown} place={at} count={pictures.length} onPlace={setPlace}>
        {job.variants.length > 1 && (
          <Segmented
            label={results.variants}
            value={variant}
            options={job.variants.map(({ id }) => ({ value: id, label: nameOfVariant(job, id) }))}
            onChange={setVariant}
          />
        )}
      </Viewer>
      <TakeHome
        job={job}
        all={job.download_urls}
        selected={job.download_urls.filter((picture) => selected.has(keyOf(picture)))}
        shown={shown}
      />
      <Proof job={job} picture={shown} />
      <section className={styles.gallery} aria-label={results.gallery}>
        <div className={styles.galleryHead}>
          <h2>{results.gallery}</h2>
          {selected.size > 0 && (
            <Button look="quiet" onClick={() => setSelected(new Set())}>
              {results.clearSelection}
            </Button>
          )}
        </div>
        <Gallery
          job={job}
          pictures={pictures}
          shown={shown}
          selected={selected}
          onShow={setPlace}
          onSelect={select}
        />
      </section>
      <Sets job={job} />
      <FailedPhotos job={job} />
    </Page>
  );
}
