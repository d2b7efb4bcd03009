import { useQuery } from '@tanstack/react-query';
import { Check, Plus, TriangleAlert, X } from 'lucide-react';
import { useLocation } from 'wouter';
import { presetsQuery, queryClient } from '../api/queries';
import { Refusal } from '../api/refusal';
import { useTexts } from '../i18n';
import { useSetting } from '../shell/preferences';
import { Button, ButtonLink, IconButton } from '../ui/button';
import { Notice, useProblem } from '../ui/notice';
import { Page } from '../ui/page';
import { Segmented } from '../ui/segmented';
import { draftFlow, type DraftPhoto, type DraftState } from './draft';
import { FileButton } from './file-button';
import { Rejections } from './rejections';
import { Thumbnail } from './thumbnail';
import styles from './upload.module.css';

const ICON = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const;

interface AlbumProps {
  state: DraftState;
  max: number;
  onFiles: (files: File[]) => void;
}

/** The photos that were picked: looked over, sent, checked. */
export function Album({ state, max, onFiles }: AlbumProps) {
  const { upload } = useTexts();
  const { draft, phase } = state;
  const choosing = phase === 'choosing';
  const canChange = choosing && draft.job === null;
  return (
    <Page title={upload.title} aside={<span>{upload.limit(draft.photos.length, max)}</span>}>
      {canChange && <Domains value={draft.preset} />}
      <Rejections rejected={state.rejected} />
      {state.problem !== null && <Refused failure={state.problem} />}
      {state.failed.length > 0 && choosing && <FailedPhotos count={state.failed.length} />}
      <ul className={styles.grid}>
        {draft.photos.map((photo) => (
          <li key={photo.id}>
            <PhotoCard photo={photo} state={state} removable={canChange} />
          </li>
        ))}
        {canChange && draft.photos.length < max && (
          <li>
            <FileButton look="quiet" className={styles.add} onFiles={onFiles}>
              <Plus {...ICON} />
              {upload.add}
            </FileButton>
          </li>
        )}
      </ul>
      <Bar state={state} />
    </Page>
  );
}

function Domains({ value }: { value: string }) {
  const { upload } = useTexts();
  const [language] = useSetting('language');
  const presets = useQuery(presetsQuery(language));
  const options = (presets.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Segmented
      label={upload.domain}
      value={value}
      options={options}
      onChange={(preset) => void draftFlow.choosePreset(preset)}
    />
  );
}

function Refused({ failure }: { failure: unknown }) {
  const { upload, nav } = useTexts();
  const problem = useProblem();
  const short =
    failure instanceof Refusal && failure.code === 'INSUFFICIENT_CREDITS' ? failure.details[0] : undefined;
  return (
    <Notice kind="danger">
      <p>{short ? upload.credits(short.needed ?? 0, short.available ?? 0) : problem(failure)}</p>
      {short && <ButtonLink href="/studio/pricing">{nav.pricing}</ButtonLink>}
    </Notice>
  );
}

function FailedPhotos({ count }: { count: number }) {
  const { upload } = useTexts();
  return (
    <Notice kind="danger">
      <p>{upload.failed(count)}</p>
      <Button onClick={() => void draftFlow.removeFailed()}>{upload.withoutFailed}</Button>
    </Notice>
  );
}

function PhotoCard({
  photo,
  state,
  removable,
}: {
  photo: DraftPhoto;
  state: DraftState;
  removable: boolean;
}) {
  const { upload } = useTexts();
  const share = state.progress[photo.id] ?? 0;
  return (
    <div className={styles.photo}>
      <Thumbnail file={photo.file} name={photo.name} />
      {removable && (
        <IconButton
          className={styles.remove}
          label={upload.remove(photo.name)}
          onClick={() => void draftFlow.remove(photo.id)}
        >
          <X {...ICON} />
        </IconButton>
      )}
      {state.phase === 'sending' && !photo.uploaded && (
        <div className={styles.state}>
          <div style={{ width: `${share * 100}%` }} />
        </div>
      )}
      {photo.uploaded && (
        <span className={styles.stored}>
          <Check {...ICON} />
        </span>
      )}
      {state.failed.includes(photo.id) && (
        <span className={styles.broken}>
          <TriangleAlert {...ICON} />
        </span>
      )}
    </div>
  );
}

function Bar({ state }: { state: DraftState }) {
  const { upload, common } = useTexts();
  const [, navigate] = useLocation();
  const { photos, job } = state.draft;
  const send = () =>
    void draftFlow.send().then((id) => {
      void queryClient.invalidateQueries({ queryKey: ['me'] });
      void queryClient.invalidateQueries({ queryKey: ['jobs'] });
      if (id !== null) navigate(`/studio/jobs/${id}`);
    });
  const stored = photos.filter((photo) => photo.uploaded).length;
  return (
    <div className={styles.bar}>
      <p className={styles.small} role="status">
        {state.phase === 'sending' && `${upload.sending(stored, photos.length)}. ${upload.stays}`}
        {state.phase === 'checking' && upload.checking}
        {state.phase === 'choosing' && upload.sendHint}
      </p>
      {state.phase !== 'checking' && (
        <Button look="quiet" onClick={() => void draftFlow.discard()}>
          {upload.discard}
        </Button>
      )}
      <Button look="primary" large disabled={state.phase !== 'choosing'} onClick={send}>
        {state.problem !== null || job !== null ? common.tryAgain : upload.send(photos.length)}
      </Button>
    </div>
  );
}
