import type { components } from '../api/schema';

export type UploadLink = components['schemas']['UploadLink'];

/** How an attempt to put a photo ended; only `refused` needs another link. */
export type PutEnd = 'stored' | 'refused' | 'broken' | 'stopped';

/** Puts one file where its link says. XMLHttpRequest, because fetch does not tell how far an upload is. */
export function put(
  link: UploadLink,
  file: Blob,
  onProgress: (share: number) => void,
  stop: AbortSignal,
): Promise<PutEnd> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    request.upload.onprogress = (event) => onProgress(event.loaded / Math.max(1, event.total));
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve('stored');
      else resolve(request.status >= 400 && request.status < 500 ? 'refused' : 'broken');
    };
    request.onerror = () => resolve('broken');
    request.onabort = () => resolve('stopped');
    request.onloadend = () => stop.removeEventListener('abort', abort);
    request.open(link.method, link.url);
    Object.entries(link.headers).forEach(([name, value]) => request.setRequestHeader(name, value));
    stop.addEventListener('abort', abort);
    request.send(file);
  });
}
