import { useTexts } from '../i18n';
import { Button } from '../ui/button';
import type { AlbumCounts } from './album';
import styles from './choose.module.css';

interface NoneFoundProps {
  label: string;
  concept: string;
  /** Whether it was looked for. */
  sought: boolean;
  album: AlbumCounts | undefined;
  onTurn: (idx: number) => void;
}

const PHOTOS_MAX = 6;

/** What it means that nothing of a concept is on the photo, and the ways on. */
export function NoneFound({ label, concept, sought, album, onTurn }: NoneFoundProps) {
  const { view: texts, job } = useTexts();
  const photos = album?.photosOf(concept) ?? [];
  return (
    <div className={styles.none}>
      <h3>{texts.noneFound(label)}</h3>
      <p>{!sought ? texts.notSought : photos.length > 0 ? texts.elsewhere : texts.noneText}</p>
      {photos.length > 0 && (
        <p className={styles.ways}>
          {photos.slice(0, PHOTOS_MAX).map((idx) => (
            <Button key={idx} onClick={() => onTurn(idx)}>
              {job.photo(idx + 1)}
            </Button>
          ))}
        </p>
      )}
    </div>
  );
}
