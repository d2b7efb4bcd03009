import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, Menu } from 'lucide-react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { accountQuery, presetsQuery } from '../api/queries';
import { useTexts } from '../i18n';
import { useSetting } from '../shell/preferences';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useTitle } from '../ui/page';
import { showToast } from '../ui/toast';
import { draftFlow, useDraft } from '../upload/draft';
import { Rejections } from '../upload/rejections';
import { chooseDomain, useChoice } from './choice';
import { ConceptChips } from './concept-chips';
import { Controls } from './controls';
import { DomainDrawer } from './domain-drawer';
import { Finder } from './finder';
import { Lenses } from './lenses';
import { useCamera } from './use-camera';
import styles from './camera.module.css';

const ICON = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const;

/** Photos from the camera of the device, taken into the album one by one. */
export default function CameraPage() {
  const { camera } = useTexts();
  useTitle(camera.title);
  const [state, flow] = useCamera();
  const [video, setVideo] = useState<HTMLVideoElement | null>(null);
  const [, navigate] = useLocation();
  const { preset } = useChoice();
  const [drawer, setDrawer] = useState<'closed' | 'open' | 'before next'>('closed');
  const go = (domain: string) => void draftFlow.choosePreset(domain).then(() => navigate('/'));
  const choose = useDomainChoice();
  return (
    <div className={styles.camera} data-fill>
      <h1 className="visually-hidden">{camera.title}</h1>
      <div className={styles.head}>
        <Link href="/" className={styles.back} aria-label={camera.back} title={camera.back}>
          <ChevronLeft {...ICON} />
        </Link>
        <Button look="quiet" className={styles.domain} onClick={() => setDrawer('open')}>
          <Menu {...ICON} />
          <DomainName preset={preset} />
        </Button>
        <Lenses state={state} flow={flow} />
      </div>
      <Finder state={state} flow={flow} onVideo={setVideo} />
      <div className={styles.foot}>
        <Hints />
        {preset !== null && <ConceptChips preset={preset} />}
        <Controls
          state={state}
          video={video}
          onNext={() => (preset === null ? setDrawer('before next') : go(preset))}
        />
      </div>
      {drawer !== 'closed' && (
        <DomainDrawer
          onClose={() => setDrawer('closed')}
          onPick={(id, name) => {
            choose(id, name);
            if (drawer === 'before next') go(id);
            setDrawer('closed');
          }}
        />
      )}
    </div>
  );
}

/** A change of the domain, with a way back to the concepts that it drops. */
function useDomainChoice() {
  const { camera } = useTexts();
  return (id: string, name: string) => {
    const { dropped, undo } = chooseDomain(id);
    if (dropped > 0) showToast({ text: camera.dropped(name), action: { label: camera.undo, run: undo } });
  };
}

function DomainName({ preset }: { preset: string | null }) {
  const { camera } = useTexts();
  const [language] = useSetting('language');
  const presets = useQuery(presetsQuery(language));
  return <span>{presets.data?.find(({ id }) => id === preset)?.name ?? camera.menu}</span>;
}

/** Why no photo can be added, or was not. */
function Hints() {
  const { camera } = useTexts();
  const { draft, phase, rejected } = useDraft();
  const max = useQuery(accountQuery).data?.max_items_per_job;
  const isFull = max !== undefined && draft.photos.length >= max;
  const isSent = phase === 'sending' || phase === 'checking';
  return (
    <>
      <Rejections rejected={rejected} max={max} />
      {(isFull || isSent) && (
        <Notice kind="warn">
          <p>{isSent ? camera.onItsWay : camera.full(max ?? 0)}</p>
        </Notice>
      )}
    </>
  );
}
