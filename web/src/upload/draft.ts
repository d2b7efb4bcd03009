import { useSyncExternalStore } from 'react';
import { accountQuery, queryClient } from '../api/queries';
import { alone, cancelJob, confirmJob, createJob, linksOf, newKey, stateOf } from './draft-job';
import {
  clearDraft,
  dropPhoto,
  loadDraft,
  saveDraft,
  savePhoto,
  type Draft,
  type DraftPhoto,
} from './draft-store';
import { EMPTY, START, unlessMissing, unsent, type DraftState } from './draft-state';
import { patiently } from './patience';
import { pick } from './pick';
import { dropThumbnail } from '../ui/thumbnails';
import { UploadRun, type Transfer } from './upload-run';

/** What the server takes of anybody, where it cannot be asked what the account's plan allows. */
const PHOTOS_MAX = 10;

/**
 * The album that is being put together: picked, sent and confirmed. It goes on by itself after a reload, since every step
 * is kept before the next one; where the device has no room for that, it goes on in memory and says so.
 */
class DraftFlow {
  private state: DraftState = {
    ...START,
    phase: 'loading',
    draft: EMPTY,
    reading: null,
    unkept: false,
    sent: null,
  };
  private readonly listeners = new Set<() => void>();
  private run: UploadRun | null = null;
  private sending: Promise<void> = Promise.resolve();
  private stopping = new AbortController();
  private loaded: Promise<void> | null = null;
  private adding: Promise<void> = Promise.resolve();

  readonly get = (): DraftState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    void this.load();
    return () => this.listeners.delete(listener);
  };

  /** Takes files in, one call after the other. */
  add(files: readonly File[]): Promise<void> {
    this.adding = this.adding.then(() => this.addNow(files));
    return this.adding;
  }

  /** The page of the job is shown. */
  seen(): void {
    this.set({ sent: null });
  }

  /** What could not even be read, such as samples without a network. */
  readonly tell = (problem: unknown): void => this.set({ problem });

  async remove(id: string): Promise<void> {
    await this.become(this.state.draft.photos.filter((photo) => photo.id !== id));
  }

  async removeFailed(): Promise<void> {
    const { draft, failed } = this.state;
    await this.become(draft.photos.filter(({ id }) => !failed.includes(id)));
  }

  async choosePreset(preset: string): Promise<void> {
    await this.keep({ ...this.state.draft, preset });
  }

  /** Leaves the draft; a job that it has is canceled, so that its place is free. */
  async discard(): Promise<void> {
    this.pause();
    await this.sending;
    const { job } = this.state.draft;
    if (job !== null) await cancelJob(job);
    await this.forget();
  }

  /** Halts the sending; what is stored stays stored. */
  pause(): void {
    this.stopping.abort();
    this.run?.stop();
  }

  /** Creates the job, or goes on with it, sends what is missing and confirms. */
  send(): void {
    if (this.state.phase !== 'choosing') return;
    this.stopping = new AbortController();
    this.set({ ...START, phase: 'sending', sent: null });
    this.sending = alone(() => this.sendNow())
      .then((elsewhere) => this.set({ elsewhere }))
      .catch((problem: unknown) => this.refused(problem))
      .then(() => this.set({ phase: 'choosing', waiting: false }));
  }

  /** One that failed, once more. */
  retry(id: string): void {
    if (this.state.phase === 'choosing') return this.send();
    const transfer = this.transfers().find((one) => one.id === id);
    this.set({ failed: this.state.failed.filter((one) => one !== id) });
    if (transfer !== undefined) this.run?.again(transfer);
  }

  private async sendNow(): Promise<void> {
    if (await this.transfer()) await this.confirm();
  }

  private async refused(problem: unknown): Promise<void> {
    if (this.stopping.signal.aborted) return;
    await this.keep({ ...this.state.draft, photos: unlessMissing(this.state.draft.photos, problem) });
    this.set({ problem });
  }

  private async addNow(files: readonly File[]): Promise<void> {
    await this.load();
    if (this.state.phase !== 'choosing')
      return this.set({ rejected: files.map(({ name }) => ({ name, why: 'on_its_way' })) });
    const account = await queryClient.ensureQueryData(accountQuery).catch(() => null);
    let done = 0;
    this.set({ problem: null, sent: null, rejected: [], reading: { done, total: files.length } });
    const seen = () => this.set({ reading: { done: ++done, total: files.length } });
    const present = this.state.draft.photos;
    const { photos, rejected } = await pick(files, present, account?.max_items_per_job ?? PHOTOS_MAX, seen);
    // Some may have been removed meanwhile.
    if (photos.length > 0) await this.become([...this.state.draft.photos, ...photos]);
    this.set({ rejected, reading: null });
    await this.kept(async () => {
      for (const photo of photos) await savePhoto(photo);
    });
  }

  /** Other photos than before; a job was for all that there were, so another one is made. */
  private async become(photos: DraftPhoto[]): Promise<void> {
    const { job, photos: before, preset } = this.state.draft;
    const ids = new Set(photos.map(({ id }) => id));
    const gone = before.filter(({ id }) => !ids.has(id));
    this.set({ failed: this.state.failed.filter((id) => ids.has(id)), problem: null });
    if (job === null) await this.keep({ preset, photos, job });
    else {
      await this.keep({ preset, job: null, photos: unsent(photos) });
      await cancelJob(job);
    }
    gone.forEach(({ file }) => dropThumbnail(file));
    await this.kept(() => Promise.all(gone.map(({ id }) => dropPhoto(id))));
  }

  private load(): Promise<void> {
    this.loaded ??= this.loadNow();
    return this.loaded;
  }

  private async loadNow(): Promise<void> {
    const kept = await loadDraft().catch(() => null);
    this.set({ phase: 'choosing', draft: kept?.draft ?? EMPTY });
    const { photos, job } = this.state.draft;
    if (kept !== null && kept.missing.length > 0) {
      await this.become([...photos]);
      this.set({ rejected: kept.missing.map((name) => ({ name, why: 'not_kept' })) });
    } else if (job !== null && photos.length > 0) this.send();
  }

  /** Whether every photo is stored. */
  private async transfer(): Promise<boolean> {
    const { job } = this.state.draft;
    const state = job === null ? 'ended' : await this.patiently(() => stateOf(job));
    if (state === 'confirmed') return true;
    if (state === 'ended') {
      await this.keep({ ...this.state.draft, photos: unsent(this.state.draft.photos), job: null });
      const key = newKey();
      const created = await this.patiently(() => createJob(this.state.draft, key));
      await this.keep({ ...this.state.draft, job: created });
    }
    if (this.stopping.signal.aborted) return false;
    const run = new UploadRun({
      progress: (id, share) => this.set({ progress: { ...this.state.progress, [id]: share } }),
      stored: (id) => void this.stored(id),
      failed: (id) => this.set({ failed: [...this.state.failed, id] }),
      waiting: this.waiting,
      freshLinks: () => linksOf(this.state.draft),
    });
    this.run = run;
    await run.send(this.transfers());
    return !run.isStopped && this.state.failed.length === 0;
  }

  private transfers(): Transfer[] {
    return this.state.draft.photos.flatMap(({ id, file, uploaded }, idx) =>
      uploaded ? [] : [{ id, idx, file }],
    );
  }

  private async confirm(): Promise<void> {
    const { job } = this.state.draft;
    if (job === null) return;
    this.set({ phase: 'checking' });
    if ((await this.patiently(() => stateOf(job))) === 'waits') await this.patiently(() => confirmJob(job));
    await this.forget(job.id);
  }

  private patiently<T>(call: () => Promise<T>): Promise<T> {
    return patiently(call, this.waiting, this.stopping.signal);
  }

  private readonly waiting = (waiting: boolean): void => {
    if (waiting !== this.state.waiting) this.set({ waiting });
  };

  private async stored(id: string): Promise<void> {
    const photos = this.state.draft.photos.map((photo) =>
      photo.id === id ? { ...photo, uploaded: true } : photo,
    );
    await this.keep({ ...this.state.draft, photos });
  }

  private async forget(sent: string | null = null): Promise<void> {
    const { photos } = this.state.draft;
    await clearDraft().catch(() => undefined);
    this.set({ ...START, phase: 'choosing', draft: EMPTY, unkept: false, sent });
    photos.forEach(({ file }) => dropThumbnail(file));
  }

  private async keep(draft: Draft): Promise<void> {
    this.set({ draft });
    await this.kept(() => saveDraft(draft));
  }

  /** A device without room, or a private window without a store, is no reason to stop. */
  private async kept(step: () => Promise<unknown>): Promise<void> {
    await step().catch(() => this.set({ unkept: true }));
  }

  private set(change: Partial<DraftState>): void {
    this.state = { ...this.state, ...change };
    this.listeners.forEach((listener) => listener());
  }
}

export const draftFlow = new DraftFlow();

export function useDraft(): DraftState {
  return useSyncExternalStore(draftFlow.subscribe, draftFlow.get);
}
