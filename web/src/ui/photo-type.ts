import type { components } from '../api/schema';

export type PhotoType = components['schemas']['PhotoDeclaration']['content_type'];

/** The longest beginning that tells a format. */
const HEAD_BYTES = 16;

/** What a file is by its first bytes, whatever its name says; null if it is no photo that the server takes. */
export async function photoType(file: Blob): Promise<PhotoType | null> {
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const text = String.fromCharCode(...head);
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'image/jpeg';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'image/webp';
  if (text.startsWith('II*\0') || text.startsWith('MM\0*')) return 'image/tiff';
  return text.slice(4, 8) === 'ftyp' ? byBrand(text.slice(8, 12)) : null;
}

/** Of the files in boxes (ISO 14496-12), which have their brand behind "ftyp". */
function byBrand(brand: string): PhotoType | null {
  if (brand === 'avif' || brand === 'avis') return 'image/avif';
  if (brand.startsWith('hei') || brand.startsWith('hev')) return 'image/heic';
  return brand === 'mif1' || brand === 'msf1' ? 'image/heif' : null;
}

/** What file pickers offer. Not every system knows the type of a HEIC, so its endings are named too. */
export const ACCEPTED =
  'image/jpeg,image/png,image/webp,image/avif,image/heic,image/heif,image/tiff,.heic,.heif';
