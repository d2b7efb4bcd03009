import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** The mask of one concept in one photo of a job. */
export interface MaskPlace {
  job: string;
  idx: number;
  concept: string;
}

/** Strokes that are not saved yet, and the mask that the model made, which the server does not show any more. */
interface Kept {
  /** Changed, and not saved. */
  strokes?: Uint8Array;
  model?: Uint8Array;
  /** The own version in use, as far as this browser knows. */
  version?: number;
}

interface Schema extends DBSchema {
  masks: { key: string; value: Kept & { job: string } };
}

let opened: Promise<IDBPDatabase<Schema>> | null = null;

function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('photoset-masks', 1, {
    upgrade(db) {
      db.createObjectStore('masks');
    },
  });
  return opened;
}

function keyOf({ job, idx, concept }: MaskPlace): string {
  return `${job}/${idx}/${concept}`;
}

/** What an earlier visit left; nothing where the browser keeps nothing. */
export async function loadKept(place: MaskPlace): Promise<Kept> {
  try {
    return (await (await database()).get('masks', keyOf(place))) ?? {};
  } catch {
    return {};
  }
}

/** Whether it was kept. What belongs to other jobs is thrown away, so that it does not pile up. */
export async function keep(place: MaskPlace, change: Kept): Promise<boolean> {
  try {
    const store = (await database()).transaction('masks', 'readwrite').objectStore('masks');
    for (const key of await store.getAllKeys()) if (!key.startsWith(`${place.job}/`)) await store.delete(key);
    await store.put({ ...(await store.get(keyOf(place))), ...change, job: place.job }, keyOf(place));
    return true;
  } catch {
    return false;
  }
}

/** They were saved, or thrown away. */
export async function dropStrokes(place: MaskPlace): Promise<void> {
  try {
    const store = (await database()).transaction('masks', 'readwrite').objectStore('masks');
    const kept = await store.get(keyOf(place));
    if (kept === undefined) return;
    delete kept.strokes;
    await store.put(kept, keyOf(place));
  } catch {
    // Nothing was kept that could come back.
  }
}
