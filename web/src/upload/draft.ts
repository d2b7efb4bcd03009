import { useSyncExternalStore } from 'react';
import { api, data, onceOnly } from '../api/client';
import type { components } from '../api/schema';
import {
  clearDraft,
  dropPhoto,
  loadDraft,
  saveDraft,
  savePhoto,
  type Draft,
  type DraftPhoto,
} from './draft-store';
import { pick, type Rejected } from './pick';
import { UploadRun } from './upload-run';

type PresetId = components['schemas']['CreateJobRequest']['preset'];

export type Phase = 'loading' | 'choosing' | 'sending' | 'checking';

/** What the upload page shows. */
export interface DraftState {
  phase: Phase;
  draft: Draft;
  /** 0 to 1 for each photo that is on its way. */
  progress: Readonly<Record<string, number>>;
  failed: readonly string[];
  rejected: readonly Rejected[];
  /** What the last step was refused with. */
  problem: unknown;
}

const EMPTY: Draft = { preset: 'interior', photos: [], job: null };

/**
 * The album that is being put together: picked, sent and confirmed. It goes on after a reload, since every step is kept
 * before the next one.
 */
class DraftFlow {
  private state: DraftState = {
    phase: 'loading',
    draft: EMPTY,
    progress: {},
    failed: [],
    rejected: [],
    problem: null,
  };
  private readonly listeners = new Set<() => void>();
  private run: UploadRun | null = null;

  readonly get = (): DraftState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    if (this.state.phase === 'loading') void this.load();
    return () => this.listeners.delete(listener);
  };

  async add(files: readonly File[], max: number): Promise<void> {
    const { photos, rejected } = await pick(files, this.state.draft.photos, max);
    await Promise.all(photos.map(savePhoto));
    await this.keep({ ...this.state.draft, photos: [...this.state.draft.photos, ...photos] });
    this.set({ phase: 'choosing', rejected, problem: null });
  }

  async remove(id: string): Promise<void> {
    const { draft } = this.state;
    await this.keep({ ...draft, photos: draft.photos.filter((photo) => photo.id !== id) });
    await dropPhoto(id);
  }

  async choosePreset(preset: string): Promise<void> {
    await this.keep({ ...this.state.draft, preset });
  }

  /** Leaves the draft; a job that it has is canceled, so that its place is free. */
  async discard(): Promise<void> {
    this.run?.stop();
    const { job } = this.state.draft;
    if (job !== null) await cancel(job.id);
    await this.forget();
  }

  /** Creates the job, or goes on with it, sends what is missing and confirms. Gives the job's id once it is confirmed. */
  async send(): Promise<string | null> {
    this.set({ phase: 'sending', failed: [], rejected: [], problem: null });
    try {
      if (this.state.draft.job === null) await this.create();
      await this.transfer();
      if (this.state.failed.length > 0) return this.backTo('choosing');
      this.set({ phase: 'checking' });
      const job = this.state.draft.job;
      if (job === null) return null;
      await data(api.POST('/jobs/{id}/confirm-upload', { params: { path: { id: job.id } } }));
      await this.forget();
      return job.id;
    } catch (problem) {
      this.set({ problem });
      return this.backTo('choosing');
    }
  }

  /** Makes photos that could not be sent no part of the album; the job was for all of them, so another one is made. */
  async removeFailed(): Promise<void> {
    const { draft, failed } = this.state;
    if (draft.job !== null) await cancel(draft.job.id);
    const photos = draft.photos.filter(({ id }) => !failed.includes(id));
    await this.keep({ ...draft, job: null, photos: photos.map((photo) => ({ ...photo, uploaded: false })) });
    await Promise.all([...failed.map(dropPhoto), ...this.state.draft.photos.map(savePhoto)]);
    this.set({ failed: [] });
  }

  private async load(): Promise<void> {
    const draft = await loadDraft().catch(() => null);
    this.set({ phase: 'choosing', draft: draft ?? EMPTY });
  }

  private async create(): Promise<void> {
    const key = onceOnly()['Idempotency-Key'];
    const created = await this.createWith(key);
    const id = created.job_id;
    if (!id) throw new Error('no job');
    await this.keep({ ...this.state.draft, job: { id, key } });
  }

  /** Repeated with the same key it is the same job, with links that are good now. */
  private createWith(key: string) {
    const { preset, photos } = this.state.draft;
    const items = photos.map(({ name, type, file, sha256 }) => ({
      content_type: type,
      size: file.size,
      filename: name,
      ...(sha256 === null ? {} : { sha256 }),
    }));
    return data(
      api.POST('/jobs', {
        body: { preset: preset as PresetId, items },
        params: { header: { 'Idempotency-Key': key } },
      }),
    );
  }

  private async transfer(): Promise<void> {
    const { photos, job } = this.state.draft;
    const left = photos.flatMap((photo, idx) =>
      photo.uploaded ? [] : [{ id: photo.id, idx, file: photo.file }],
    );
    this.run = new UploadRun({
      progress: (id, share) => this.set({ progress: { ...this.state.progress, [id]: share } }),
      stored: (id) => void this.stored(id),
      failed: (id) => this.set({ failed: [...this.state.failed, id] }),
      freshLinks: async () => (await this.createWith(job?.key ?? '')).presigned_urls ?? [],
    });
    await this.run.send(left);
  }

  private async stored(id: string): Promise<void> {
    const photos = this.state.draft.photos.map((photo) =>
      photo.id === id ? { ...photo, uploaded: true } : photo,
    );
    const photo = photos.find((one) => one.id === id);
    this.set({ draft: { ...this.state.draft, photos } });
    if (photo !== undefined) await savePhoto(photo);
  }

  private async forget(): Promise<void> {
    await clearDraft();
    this.set({ phase: 'choosing', draft: EMPTY, progress: {}, failed: [], rejected: [], problem: null });
  }

  private backTo(phase: Phase): null {
    this.set({ phase });
    return null;
  }

  private async keep(draft: Draft): Promise<void> {
    this.set({ draft });
    await saveDraft(draft);
  }

  private set(change: Partial<DraftState>): void {
    this.state = { ...this.state, ...change };
    this.listeners.forEach((listener) => listener());
  }
}

/** A job that has ended meanwhile needs no canceling. */
async function cancel(id: string): Promise<void> {
  await api.POST('/jobs/{id}/cancel', { params: { path: { id } } }).catch(() => undefined);
}

export const draftFlow = new DraftFlow();

export function useDraft(): DraftState {
  return useSyncExternalStore(draftFlow.subscribe, draftFlow.get);
}

export type { DraftPhoto };
