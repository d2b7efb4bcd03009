import type { DraftPhoto } from './draft-store';
import { photoType } from '../ui/photo-type';

/** As the server says of photos. */
export const PHOTO_BYTES_MAX = 60_000_000;

export type PickProblem =
  'no_photo' | 'too_large' | 'unreadable' | 'twice' | 'too_many' | 'on_its_way' | 'not_kept';

/** A file that was not taken, and why. */
export interface Rejected {
  name: string;
  why: PickProblem;
}

export interface Picked {
  photos: DraftPhoto[];
  rejected: Rejected[];
}

/**
 * Looks at files before they join others: what is no photo, too large, there already or too much is told by name, and what
 * fits is kept in its order.
 *
 * @param seen told after each file
 */
export async function pick(
  files: readonly File[],
  present: readonly DraftPhoto[],
  max: number,
  seen: () => void = () => undefined,
): Promise<Picked> {
  const photos: DraftPhoto[] = [];
  const rejected: Rejected[] = [];
  for (const file of files) {
    const looked = await consider(file, [...present, ...photos], max).catch(() => 'unreadable' as const);
    if (typeof looked === 'string') rejected.push({ name: file.name, why: looked });
    else photos.push(looked);
    seen();
  }
  return { photos, rejected };
}

async function consider(
  file: File,
  known: readonly DraftPhoto[],
  max: number,
): Promise<DraftPhoto | PickProblem> {
  const type = await photoType(file);
  if (type === null) return 'no_photo';
  if (file.size > PHOTO_BYTES_MAX) return 'too_large';
  // What has no place is not read as a whole.
  if (known.length >= max) return known.some((photo) => isSame(photo, file, null)) ? 'twice' : 'too_many';
  const sha256 = await hash(file);
  if (known.some((photo) => isSame(photo, file, sha256))) return 'twice';
  return { id: newId(), name: file.name, type, file, sha256, uploaded: false };
}

function isSame(photo: DraftPhoto, file: File, sha256: string | null): boolean {
  return sha256 !== null && photo.sha256 !== null
    ? photo.sha256 === sha256
    : photo.name === file.name && photo.file.size === file.size;
}

/** Only secure pages may hash. */
async function hash(file: Blob): Promise<string | null> {
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) return null;
  const digest = new Uint8Array(await subtle.digest('SHA-256', await file.arrayBuffer()));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

let count = 0;

function newId(): string {
  count += 1;
  return `${Date.now().toString(36)}-${count}`;
}
