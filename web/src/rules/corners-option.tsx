import { useEffect, useState } from 'react';
import { useTexts } from '../i18n';
import { Button } from '../ui/button';
import { CORNERS_AT_FIRST, placingStore, type Corners } from './corners';
import type { Action } from './rule';
import styles from './rules.module.css';

interface CornersOptionProps {
  action: Extract<Action, { action: 'texture' }>;
  onChange: (action: Action) => void;
}

/** Where a rectangle lies on the surface, for photos in which no right angles are found. */
export function CornersOption({ action, onChange }: CornersOptionProps) {
  const { editor } = useTexts();
  const [placed, setPlaced] = useState(false);
  const { corners } = action;
  useEffect(() => {
    if (!placed) return;
    placingStore.set({
      corners: (corners as Corners | null | undefined) ?? CORNERS_AT_FIRST,
      onPlace: (next) => onChange({ ...action, corners: next.map((at) => [...at]) }),
    });
  }, [placed, corners, action, onChange]);
  useEffect(() => () => placingStore.set(null), [placed]);
  return (
    <div className={styles.section}>
      <h3>{editor.corners}</h3>
      <p className={styles.hint}>{editor.cornersHint}</p>
      <Button aria-pressed={placed} onClick={() => setPlaced(!placed)}>
        {editor.placeCorners}
      </Button>
      {corners && (
        <Button look="quiet" onClick={() => onChange({ ...action, corners: null })}>
          {editor.estimateCorners}
        </Button>
      )}
    </div>
  );
}
