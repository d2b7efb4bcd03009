import type { components } from '../api/schema';

/** Long enough for a browser to begin. */
const REVOKE_AFTER_MS = 10_000;

/** Puts a picture among the downloads; several in a row, which links to another host would not give. */
export function save(picture: components['schemas']['Download']): Promise<void> {
  return saveLink(picture.output_url, `photo-${picture.idx + 1}-${picture.variant}`);
}

/** A name without an ending gets that of the picture's type. */
export async function saveLink(url: string, name: string): Promise<void> {
  const response = await fetch(url);
  if (!response.ok) throw new Error('link');
  const blob = await response.blob();
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name.includes('.') ? name : `${name}.${blob.type.replace('image/', '')}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), REVOKE_AFTER_MS);
}
