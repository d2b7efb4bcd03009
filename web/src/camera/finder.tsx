import { Camera, CameraOff } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTexts } from '../i18n';
import { Button } from '../ui/button';
import { draftFlow } from '../upload/draft';
import { FileButton } from '../upload/file-button';
import type { CameraFlow, CameraState } from './camera-flow';
import type { Trouble } from './device';
import styles from './camera.module.css';

interface FinderProps {
  state: CameraState;
  flow: CameraFlow;
  onVideo: (video: HTMLVideoElement | null) => void;
}

/** What the camera sees; before that, how to turn it on; without one, the other ways. */
export function Finder({ state, flow, onVideo }: FinderProps) {
  return (
    <div className={styles.finder}>
      {state.is === 'live' && <Live stream={state.stream} onVideo={onVideo} />}
      {state.is === 'trouble' && <Without trouble={state.trouble} flow={flow} />}
      {(state.is === 'off' || state.is === 'starting') && <Off state={state} flow={flow} />}
    </div>
  );
}

function Live({ stream, onVideo }: { stream: MediaStream; onVideo: FinderProps['onVideo'] }) {
  const { camera } = useTexts();
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const shown = video.current;
    if (shown === null) return;
    shown.srcObject = stream;
    onVideo(shown);
    return () => onVideo(null);
  }, [stream, onVideo]);
  return <video ref={video} playsInline muted autoPlay aria-label={camera.title} />;
}

function Off({ state, flow }: { state: CameraState; flow: CameraFlow }) {
  const { camera } = useTexts();
  const starting = state.is === 'starting';
  return (
    <div className={styles.message}>
      <Camera size={32} strokeWidth={1.75} aria-hidden />
      <Button look="primary" large disabled={starting} onClick={() => void flow.start()}>
        {starting ? camera.starting : camera.start}
      </Button>
      <p>{camera.startText}</p>
    </div>
  );
}

function Without({ trouble, flow }: { trouble: Trouble; flow: CameraFlow }) {
  const { camera, common } = useTexts();
  const { title, text } = camera.trouble[trouble];
  const add = (files: File[]) => void draftFlow.add(files);
  return (
    <div className={styles.message} role="alert">
      <CameraOff size={32} strokeWidth={1.75} aria-hidden />
      <h2>{title}</h2>
      <p>{text}</p>
      <div className={styles.ways}>
        <FileButton look="primary" onFiles={add}>
          {camera.gallery}
        </FileButton>
        <FileButton camera onFiles={add}>
          {camera.native}
        </FileButton>
        {trouble !== 'insecure' && <Button onClick={() => void flow.start()}>{common.tryAgain}</Button>}
      </div>
    </div>
  );
}
