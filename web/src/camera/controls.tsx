import { useQuery } from '@tanstack/react-query';
import { ArrowRight, Images } from 'lucide-react';
import { useState } from 'react';
import { accountQuery } from '../api/queries';
import { useTexts } from '../i18n';
import { Button } from '../ui/button';
import { showToast } from '../ui/toast';
import { draftFlow, useDraft } from '../upload/draft';
import { FileButton } from '../upload/file-button';
import type { CameraState } from './camera-flow';
import { takeStill } from './still';
import styles from './camera.module.css';

const ICON = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const;
const ASK_AGAIN_MS = 100;

interface ControlsProps {
  state: CameraState;
  video: HTMLVideoElement | null;
  onNext: () => void;
}

/** At the thumb: the gallery, the shutter, and on with what was taken. */
export function Controls({ state, video, onNext }: ControlsProps) {
  const { camera } = useTexts();
  const { draft, phase } = useDraft();
  const max = useQuery(accountQuery).data?.max_items_per_job ?? Infinity;
  const [taking, setTaking] = useState(false);
  const count = draft.photos.length;
  const add = (files: File[]) => void draftFlow.add(files);
  const shoot = async () => {
    if (state.is !== 'live' || video === null) return;
    setTaking(true);
    try {
      await seen(video);
      await draftFlow.add([await takeStill(state.track, video, state.lighting.isFlash ? state.light : null)]);
    } catch {
      showToast({ text: camera.failed });
    }
    setTaking(false);
  };
  return (
    <div className={styles.controls}>
      <FileButton look="quiet" onFiles={add}>
        <Images {...ICON} />
        <span className={styles.wide}>{camera.gallery}</span>
      </FileButton>
      <button
        type="button"
        className={styles.shutter}
        aria-label={camera.shutter}
        title={camera.shutter}
        disabled={state.is !== 'live' || taking || phase !== 'choosing' || count >= max}
        onClick={() => void shoot()}
      />
      <div className={styles.next}>
        <span role="status" className={styles.count}>
          {count > 0 && (
            <>
              <span aria-hidden>{count}</span>
              <span className="visually-hidden">{camera.taken(count)}</span>
            </>
          )}
        </span>
        <Button look={count > 0 ? 'primary' : 'quiet'} disabled={count === 0} onClick={onNext}>
          {camera.next}
          <ArrowRight {...ICON} />
        </Button>
      </div>
    </div>
  );
}

/** The first frame comes a moment after the stream. */
async function seen(video: HTMLVideoElement): Promise<void> {
  while (video.isConnected && video.videoWidth === 0)
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
}
