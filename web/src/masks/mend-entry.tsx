import { Brush } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Job, Preset } from '../api/queries';
import { useTexts } from '../i18n';
import { Button } from '../ui/button';
import type { FoundInstance, PhotoPixels } from '../workspace/photo-view';
import type { MendMaskProps } from './mend-mask';
import styles from './mend.module.css';

const MendMask = lazy(() => import('./mend-mask'));

interface MendEntryProps {
  job: Job;
  idx: number;
  preset: Preset;
  /** The one that is chosen. */
  concept: string | null;
  photo: PhotoPixels;
  /** Undefined while it is asked for. */
  found: readonly FoundInstance[] | undefined;
  onPick: (concept: string) => void;
}

/** What belongs to the chosen concept, the way to its mask, and to one of a concept that was not found on the photo. */
export function MendEntry({ job, idx, preset, concept, photo, found, onPick }: MendEntryProps) {
  const { masks: texts } = useTexts();
  // As it was when it was opened: what comes meanwhile closes nothing.
  const [mended, setMended] = useState<Omit<MendMaskProps, 'label' | 'onClose'> | null>(null);
  const details = preset.concept_details;
  const present = new Set(found?.map(({ instance }) => instance.concept));
  const missing = details.filter(({ id }) => !present.has(id) && id !== concept);
  const label = details.find(({ id }) => id === mended?.place.concept)?.display_name ?? '';
  const open = (id: string) => {
    onPick(id);
    if (found !== undefined)
      setMended({ place: { job: job.job_id, idx, concept: id }, photo: photo.image, found });
  };
  return (
    <div className={styles.entry}>
      <p className={styles.contains}>{details.find(({ id }) => id === concept)?.description}</p>
      {concept !== null && (
        <Button disabled={found === undefined} onClick={() => open(concept)}>
          <Brush size={18} strokeWidth={1.75} aria-hidden />
          {texts.open}
        </Button>
      )}
      {found !== undefined && missing.length > 0 && (
        <select aria-label={texts.draw} value="" onChange={(event) => open(event.target.value)}>
          <option value="" disabled>
            {texts.draw}
          </option>
          {missing.map(({ id, display_name }) => (
            <option key={id} value={id}>
              {display_name}
            </option>
          ))}
        </select>
      )}
      {mended !== null && (
        <Suspense>
          <MendMask {...mended} label={label} onClose={() => setMended(null)} />
        </Suspense>
      )}
    </div>
  );
}
