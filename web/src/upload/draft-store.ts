import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { PhotoType } from './photo-type';

/** A photo that was picked and is not confirmed yet. */
export interface DraftPhoto {
  id: string;
  name: string;
  type: PhotoType;
  file: Blob;
  /** Of its bytes, to know it again; absent on pages without TLS, where the browser does not hash. */
  sha256: string | null;
  /** Whether the store has it. */
  uploaded: boolean;
}

/** A job that was created for the photos of the draft. */
export interface DraftJob {
  id: string;
  /** Of its creation, which repeated gives fresh links. */
  key: string;
}

export interface Draft {
  preset: string;
  photos: DraftPhoto[];
  job: DraftJob | null;
}

interface Schema extends DBSchema {
  draft: { key: 'current'; value: Omit<Draft, 'photos'> & { order: string[] } };
  photos: { key: string; value: DraftPhoto };
}

let opened: Promise<IDBPDatabase<Schema>> | null = null;

function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('photoset', 1, {
    upgrade(db) {
      db.createObjectStore('draft');
      db.createObjectStore('photos', { keyPath: 'id' });
    },
  });
  return opened;
}

/** What an earlier visit left, if anything. */
export async function loadDraft(): Promise<Draft | null> {
  const db = await database();
  const kept = await db.get('draft', 'current');
  if (kept === undefined) return null;
  const found = await Promise.all(kept.order.map((id) => db.get('photos', id)));
  return { preset: kept.preset, job: kept.job, photos: found.filter((photo) => photo !== undefined) };
}

/** Keeps what the draft is made of; its photos are kept apart, since they are large and do not change. */
export async function saveDraft(draft: Draft): Promise<void> {
  const order = draft.photos.map((photo) => photo.id);
  await (await database()).put('draft', { preset: draft.preset, job: draft.job, order }, 'current');
}

export async function savePhoto(photo: DraftPhoto): Promise<void> {
  await (await database()).put('photos', photo);
}

export async function dropPhoto(id: string): Promise<void> {
  await (await database()).delete('photos', id);
}

export async function clearDraft(): Promise<void> {
  const transaction = (await database()).transaction(['draft', 'photos'], 'readwrite');
  await Promise.all([
    transaction.objectStore('draft').clear(),
    transaction.objectStore('photos').clear(),
    transaction.done,
  ]);
}
