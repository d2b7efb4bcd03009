import { Check, TriangleAlert } from 'lucide-react';
import type { Job } from '../api/queries';
import { useTexts } from '../i18n';
import styles from './workspace.module.css';

interface FilmstripProps {
  job: Job;
  idx: number;
  onPick: (idx: number) => void;
}

/** All photos of the album, with how far each is. */
export function Filmstrip({ job, idx, onPick }: FilmstripProps) {
  const { job: words } = useTexts();
  return (
    <nav className={styles.strip} aria-label={words.filmstrip}>
      {job.items.map((item) => (
        <button
          key={item.idx}
          type="button"
          aria-label={words.photo(item.idx + 1)}
          aria-current={item.idx === idx}
          disabled={!item.view_url}
          title={item.error?.message}
          onClick={() => onPick(item.idx)}
        >
          {item.view_url && <img src={item.view_url} alt="" loading="lazy" />}
          {item.error && (
            <span className={styles.badge}>
              <TriangleAlert size={14} aria-hidden />
            </span>
          )}
          {item.segmentation?.status === 'done' && !item.error && (
            <span className={styles.badge}>
              <Check size={14} aria-hidden />
            </span>
          )}
        </button>
      ))}
    </nav>
  );
}
