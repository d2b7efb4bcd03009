import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { presetsQuery, type Account } from '../api/queries';
import { useTexts } from '../i18n';
import { useSetting } from '../shell/preferences';
import { Button } from '../ui/button';
import { Page } from '../ui/page';
import { Segmented } from '../ui/segmented';
import { useDiscard } from './discard';
import { draftFlow } from './draft';
import type { DraftState } from './draft-state';
import { FileButton } from './file-button';
import { lacksCredits, Limits } from './limits';
import { PhotoCard } from './photo-card';
import { FailedPhotos, Refused, Unkept, Waiting } from './troubles';
import { Rejections } from './rejections';
import styles from './upload.module.css';

const MB = 1_000_000;

interface AlbumProps {
  state: DraftState;
  /** Unknown until the server has said it. */
  account: Account | undefined;
  onFiles: (files: File[]) => void;
}

/** The photos that were picked: looked over, sent, checked. */
export function Album({ state, account, onFiles }: AlbumProps) {
  const { upload } = useTexts();
  const { draft, phase, failed } = state;
  const choosing = phase === 'choosing';
  const max = account?.max_items_per_job;
  const size = draft.photos.reduce((sum, { file }) => sum + file.size, 0) / MB;
  return (
    <Page title={upload.title} aside={<span>{upload.limit(draft.photos.length, max, size)}</span>}>
      {choosing && <Domains value={draft.preset} />}
      <Rejections rejected={state.rejected} max={max} />
      {choosing && <Limits draft={draft} account={account} size={size} />}
      {state.unkept && <Unkept />}
      {state.waiting && <Waiting />}
      {state.problem !== null && <Refused failure={state.problem} />}
      {failed.length > 0 && choosing && <FailedPhotos count={failed.length} />}
      <ul className={styles.grid}>
        {draft.photos.map((photo) => (
          <li key={photo.id}>
            <PhotoCard
              photo={photo}
              phase={phase}
              share={photo.uploaded ? undefined : state.progress[photo.id]}
              failed={failed.includes(photo.id)}
            />
          </li>
        ))}
        {choosing && draft.photos.length < (max ?? Infinity) && (
          <li>
            <FileButton look="quiet" className={styles.add} onFiles={onFiles}>
              <Plus size={18} strokeWidth={1.75} aria-hidden />
              {upload.add}
            </FileButton>
          </li>
        )}
      </ul>
      <Bar state={state} blocked={lacksCredits(draft, account)} />
    </Page>
  );
}

function Domains({ value }: { value: string }) {
  const { upload } = useTexts();
  const [language] = useSetting('language');
  const presets = useQuery(presetsQuery(language));
  const options = (presets.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className={styles.domains}>
      <span aria-hidden>{upload.domain}</span>
      <Segmented
        label={upload.domain}
        value={value}
        options={options}
        onChange={(preset) => void draftFlow.choosePreset(preset)}
      />
    </div>
  );
}

function Bar({ state, blocked }: { state: DraftState; blocked: boolean }) {
  const { upload, common } = useTexts();
  const discard = useDiscard();
  const { phase, draft, unkept } = state;
  const { photos, job } = draft;
  const stored = photos.filter((photo) => photo.uploaded).length;
  const { reading } = state;
  const said = {
    loading: '',
    choosing: state.elsewhere ? upload.elsewhere : upload.sendHint,
    sending: `${upload.sending(stored, photos.length)}. ${unkept ? upload.staysOpen : upload.stays}`,
    checking: upload.checking,
  };
  return (
    <div className={styles.bar}>
      <p className={styles.small} role="status">
        {reading === null ? said[phase] : upload.reading(reading.done, reading.total)}
      </p>
      {phase !== 'checking' && (
        <Button look="quiet" onClick={() => void discard()}>
          {upload.discard}
        </Button>
      )}
      {phase === 'sending' ? (
        <Button large onClick={() => draftFlow.pause()}>
          {upload.pause}
        </Button>
      ) : (
        <Button
          look="primary"
          large
          disabled={phase !== 'choosing' || reading !== null || blocked}
          onClick={() => draftFlow.send()}
        >
          {label()}
        </Button>
      )}
    </div>
  );

  function label(): string {
    if (state.problem !== null) return common.tryAgain;
    if (phase === 'checking') return upload.send(photos.length);
    return job === null ? upload.send(photos.length) : upload.goOn;
  }
}
