import { ChevronLeft, ChevronRight, Download } from 'lucide-react';
import { useState } from 'react';
import { queryClient, type Job } from '../api/queries';
import { useTexts } from '../i18n';
import { FailedPhotos } from '../run/failed-photos';
import { Button, ButtonLink, IconButton } from '../ui/button';
import { Empty, Notice } from '../ui/notice';
import { Page } from '../ui/page';
import { Compare } from './compare';
import styles from './results.module.css';
import { save } from './save';
import { Sets } from './sets';

const ICON = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const;

/** What was delivered: one picture large, beside its photo, and all of them to choose from and take home. */
export function Results({ job }: { job: Job }) {
  const { results, job: words } = useTexts();
  const [place, setPlace] = useState(0);
  const [saving, setSaving] = useState(false);
  const pictures = job.download_urls;
  const shown = pictures[Math.min(place, pictures.length - 1)];
  if (shown === undefined)
    return (
      <Empty page title={words.gone} action={<ButtonLink href="/">{words.again}</ButtonLink>}>
        {words.canceledText}
      </Empty>
    );
  const before = job.items.find((item) => item.idx === shown.idx)?.view_url ?? undefined;
  const saveAll = async () => {
    setSaving(true);
    // One after the other: a phone has no memory for all of them.
    for (const picture of pictures) await save(picture).catch(renew);
    setSaving(false);
  };
  const renew = () => void queryClient.invalidateQueries({ queryKey: ['job', job.job_id] });
  return (
    <Page
      title={results.title(pictures.length)}
      aside={
        <Button look="primary" large disabled={saving} onClick={() => void saveAll()}>
          <Download {...ICON} />
          {results.downloadAll}
        </Button>
      }
    >
      {job.failed_items > 0 && (
        <Notice kind="warn">
          <p>{results.failed(job.failed_items)}</p>
        </Notice>
      )}
      <div className={styles.viewer}>
        <Compare
          key={`${shown.idx} ${shown.variant}`}
          before={before}
          after={shown.preview_url}
          name={words.photo(shown.idx + 1)}
          onExpired={renew}
        />
        <div className={styles.tools}>
          <IconButton label={results.previous} disabled={place === 0} onClick={() => setPlace(place - 1)}>
            <ChevronLeft {...ICON} />
          </IconButton>
          <span>
            {place + 1} / {pictures.length}
          </span>
          <IconButton
            label={results.next}
            disabled={place >= pictures.length - 1}
            onClick={() => setPlace(place + 1)}
          >
            <ChevronRight {...ICON} />
          </IconButton>
          <Button onClick={() => void save(shown)}>
            <Download {...ICON} />
            {results.download}
          </Button>
        </div>
      </div>
      <ul className={styles.grid}>
        {pictures.map((picture, i) => (
          <li key={`${picture.idx} ${picture.variant}`}>
            <button
              type="button"
              aria-label={words.photo(picture.idx + 1)}
              aria-current={i === place}
              onClick={() => setPlace(i)}
            >
              <img src={picture.preview_url} alt="" loading="lazy" onError={renew} />
            </button>
          </li>
        ))}
      </ul>
      <Sets job={job} />
      <FailedPhotos job={job} />
    </Page>
  );
}
