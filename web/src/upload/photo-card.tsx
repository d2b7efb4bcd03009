import { Check, RotateCw, TriangleAlert, X } from 'lucide-react';
import { memo } from 'react';
import { useTexts } from '../i18n';
import { IconButton } from '../ui/button';
import { draftFlow } from './draft';
import type { Phase } from './draft-state';
import type { DraftPhoto } from './draft-store';
import { Thumbnail } from './thumbnail';
import styles from './upload.module.css';

const ICON = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const;

interface PhotoCardProps {
  photo: DraftPhoto;
  phase: Phase;
  /** How much of it is sent, 0 to 1; absent while it waits. */
  share: number | undefined;
  failed: boolean;
}

/** One photo of the album and how far it is. Of two hundred, only those are drawn anew with which something happens. */
export const PhotoCard = memo(function PhotoCard({ photo, phase, share, failed }: PhotoCardProps) {
  const { upload } = useTexts();
  const { id, name, file, uploaded } = photo;
  return (
    <div className={styles.photo}>
      <Thumbnail file={file} name={name} />
      {phase === 'choosing' && (
        <IconButton
          className={styles.remove}
          label={upload.remove(name)}
          onClick={() => void draftFlow.remove(id)}
        >
          <X {...ICON} />
        </IconButton>
      )}
      {failed && phase !== 'checking' && (
        <IconButton className={styles.retry} label={upload.retry(name)} onClick={() => draftFlow.retry(id)}>
          <RotateCw {...ICON} />
        </IconButton>
      )}
      {phase === 'sending' && share !== undefined && !uploaded && (
        <progress className={styles.state} value={share} aria-label={upload.progress(name)} />
      )}
      {uploaded && (
        <span className={styles.stored}>
          <Check {...ICON} />
          <span className="visually-hidden">{upload.stored}</span>
        </span>
      )}
      {failed && (
        <span className={styles.broken}>
          <TriangleAlert {...ICON} />
          <span className="visually-hidden">{upload.broken}</span>
        </span>
      )}
    </div>
  );
});
