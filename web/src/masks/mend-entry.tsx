import { Brush } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Job, Preset } from '../api/queries';
import { useTexts } from '../i18n';
import { Button } from '../ui/button';
import type { FoundInstance, PhotoPixels } from '../workspace/photo-view';
import styles from './mend.module.css';

const MendMask = lazy(() => import('./mend-mask'));

interface MendEntryProps {
  job: Job;
  idx: number;
  preset: Preset;
  /** The one that is chosen. */
  concept: string | null;
  photo: PhotoPixels;
  found: readonly FoundInstance[];
  onPick: (concept: string) => void;
}

/** The way to the mask of the chosen concept, and to one of a concept that was not found on the photo. */
export function MendEntry({ job, idx, preset, concept, photo, found, onPick }: MendEntryProps) {
  const { masks: texts } = useTexts();
  const [mended, setMended] = useState<string | null>(null);
  const details = preset.concept_details;
  const present = new Set(found.map(({ instance }) => instance.concept));
  const missing = details.filter(({ id }) => !present.has(id) && id !== concept);
  const label = details.find(({ id }) => id === mended)?.display_name ?? '';
  const draw = (id: string) => {
    onPick(id);
    setMended(id);
  };
  return (
    <div className={styles.entry}>
      {concept !== null && (
        <Button onClick={() => setMended(concept)}>
          <Brush size={18} strokeWidth={1.75} aria-hidden />
          {texts.open}
        </Button>
      )}
      {missing.length > 0 && (
        <select aria-label={texts.draw} value="" onChange={(event) => draw(event.target.value)}>
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
          <MendMask
            place={{ job: job.job_id, idx, concept: mended }}
            label={label}
            photo={photo.image}
            found={found}
            onClose={() => setMended(null)}
          />
        </Suspense>
      )}
    </div>
  );
}
