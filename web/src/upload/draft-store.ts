import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { PhotoType } from '../ui/photo-type';

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

/** A draft as it was kept, and the names of photos for which there was no room. */
export interface KeptDraft {
  draft: Draft;
  missing: string[];
}

type KeptPhoto = Omit<DraftPhoto, 'uploaded'>;

interface Kept {
  preset: string;
  job: DraftJob | null;
  order: { id: string; name: string; uploaded: boolean }[];
}

interface Schema extends DBSchema {
  draft: { key: 'current'; value: Kept };
  photos: { key: string; value: KeptPhoto };
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
export async function loadDraft(): Promise<KeptDraft | null> {
  const db = await database();
  const kept = await db.get('draft', 'current');
  if (kept === undefined) return null;
  const photos: DraftPhoto[] = [];
  const missing: string[] = [];
  for (const { id, name, uploaded } of kept.order) {
    const photo = await db.get('photos', id);
    if (photo === undefined) missing.push(name);
    else photos.push({ ...photo, uploaded });
  }
  return { draft: { preset: kept.preset, job: kept.job, photos }, missing };
}

/** Keeps what the draft is made of; its photos are kept apart, since they are large and do not change. */
export async function saveDraft({ preset, job, photos }: Draft): Promise<void> {
  const order = photos.map(({ id, name, uploaded }) => ({ id, name, uploaded }));
  await (await database()).put('draft', { preset, job, order }, 'current');
}

export async function savePhoto({ id, name, type, file, sha256 }: DraftPhoto): Promise<void> {
  await (await database()).put('photos', { id, name, type, file, sha256 });
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
