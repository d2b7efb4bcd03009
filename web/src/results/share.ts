/** More would not fit into the memory of a phone, nor into what its apps take. */
export const SHARED_MAX = 10;

/** Whether this device hands pictures over to other apps. */
export function sharesFiles(): boolean {
  const probe = new File([], 'photo.png', { type: 'image/png' });
  const device: Partial<Navigator> = navigator;
  return device.share !== undefined && device.canShare?.({ files: [probe] }) === true;
}

/** `later` when the gesture was too long ago: then the same again with another one. */
export async function shareFiles(files: File[]): Promise<'done' | 'later'> {
  try {
    await navigator.share({ files });
    return 'done';
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'NotAllowedError') return 'later';
    // Whoever closed the sheet knows it.
    if (failure instanceof DOMException && failure.name === 'AbortError') return 'done';
    throw failure;
  }
}

/** False where the page may not copy; it then has to be shown. */
export async function copied(text: string): Promise<boolean> {
  const clipboard = navigator.clipboard as Clipboard | undefined;
  try {
    await clipboard?.writeText(text);
    return clipboard !== undefined;
  } catch {
    return false;
  }
}
