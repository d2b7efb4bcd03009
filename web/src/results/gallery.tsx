import { Check } from 'lucide-react';
import { renewLinks, type Job } from '../api/queries';
import { useTexts } from '../i18n';
import { SmallImage } from '../ui/small-image';
import { keyOf, nameOfVariant, type Picture } from './pictures';
import styles from './results.module.css';

interface GalleryProps {
  job: Job;
  pictures: readonly Picture[];
  shown: Picture;
  selected: ReadonlySet<string>;
  onShow: (place: number) => void;
  onSelect: (key: string, select: boolean) => void;
}

/** All results of a variant: each leads to the viewer, and is selected by the box in its corner. */
export function Gallery({ job, pictures, shown, selected, onShow, onSelect }: GalleryProps) {
  const { results, job: words } = useTexts();
  return (
    <ul className={styles.grid} aria-label={results.gallery}>
      {pictures.map((picture, i) => {
        const key = keyOf(picture);
        const photo = words.photo(picture.idx + 1);
        const name = job.variants.length > 1 ? `${photo}, ${nameOfVariant(job, picture.variant)}` : photo;
        return (
          <li key={key}>
            <button
              type="button"
              className={styles.tile}
              aria-label={name}
              aria-current={picture === shown}
              onClick={() => onShow(i)}
            >
              <SmallImage src={picture.preview_url} alt="" width={480} renew={() => renewLinks(job.job_id)} />
            </button>
            <label className={styles.pick}>
              <input
                type="checkbox"
                checked={selected.has(key)}
                aria-label={results.select(name)}
                onChange={(event) => onSelect(key, event.target.checked)}
              />
              <span>
                <Check size={16} strokeWidth={2.5} aria-hidden />
              </span>
            </label>
          </li>
        );
      })}
    </ul>
  );
}
