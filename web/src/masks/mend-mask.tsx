import { useEffect, useMemo, useRef, useState } from 'react';
import { useTexts } from '../i18n';
import type { FoundInstance } from '../workspace/photo-view';
import { keep, loadKept, type MaskPlace } from './draft';
import { MaskEditor, type OpenedMask } from './mask-editor';
import styles from './mend.module.css';

export interface MendMaskProps {
  place: MaskPlace;
  /** What people call the concept. */
  label: string;
  photo: ImageData;
  found: readonly FoundInstance[];
  onClose: () => void;
}

/** Mends the mask of one concept in one photo, over the whole screen. */
export default function MendMask({ place, label, photo, found, onClose }: MendMaskProps) {
  const { masks: texts } = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const opened = useOpened(place, photo, found);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.mend}
      aria-label={texts.title(label)}
      onCancel={(event) => event.preventDefault()}
      // A browser may close it whatever is said; strokes are kept.
      onClose={() => dialog.current?.open === false && onClose()}
    >
      {opened !== null && (
        <MaskEditor
          key={opened.version}
          place={place}
          label={label}
          photo={photo}
          opened={opened}
          onClose={onClose}
        />
      )}
    </dialog>
  );
}

/** The mask in use, and what an earlier visit left; null until that is known. */
function useOpened(place: MaskPlace, photo: ImageData, found: readonly FoundInstance[]): OpenedMask | null {
  const [opened, setOpened] = useState<OpenedMask | null>(null);
  const { job, idx, concept } = place;
  const inUse = useMemo(() => {
    const own = found.filter(({ instance }) => instance.concept === concept);
    const levels = new Uint8Array(photo.width * photo.height);
    for (const { paint } of own) paint(levels, 255);
    return { levels, version: own[0]?.instance.version ?? null };
  }, [found, concept, photo]);
  useEffect(() => {
    let isCurrent = true;
    const at = { job, idx, concept };
    void loadKept(at).then((kept) => {
      const fits = (levels: Uint8Array | undefined) => levels?.length === inUse.levels.length;
      // A mask without a pixel has no instance that would say its version.
      const version = inUse.version ?? kept.version ?? 0;
      if (version === 0) void keep(at, { model: inUse.levels });
      const model = version === 0 ? inUse.levels : fits(kept.model) ? kept.model : undefined;
      const strokes = fits(kept.strokes) ? kept.strokes : undefined;
      if (isCurrent) setOpened({ levels: inUse.levels, version, model, strokes });
    });
    return () => {
      isCurrent = false;
    };
  }, [inUse, job, idx, concept]);
  return opened;
}
