import type { components } from '../api/schema';

export type UploadLink = components['schemas']['UploadLink'];

/** How an attempt to put a photo ended; only `refused` needs another link. */
export type PutEnd = 'stored' | 'refused' | 'broken' | 'stopped';

/** A device that slept may hold a connection that is dead and says nothing. */
const SILENCE_MAX_MS = 60_000;

/** Puts one file where its link says. XMLHttpRequest, because fetch does not tell how far an upload is. */
export function put(
  link: UploadLink,
  file: Blob,
  onProgress: (share: number) => void,
  stop: AbortSignal,
): Promise<PutEnd> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const end = (how: PutEnd) => {
      clearTimeout(silence);
      stop.removeEventListener('abort', abort);
      resolve(how);
    };
    const abort = () => {
      end('stopped');
      request.abort();
    };
    const giveUp = () => {
      end('broken');
      request.abort();
    };
    let silence = setTimeout(giveUp, SILENCE_MAX_MS);
    request.upload.onprogress = (event) => {
      clearTimeout(silence);
      silence = setTimeout(giveUp, SILENCE_MAX_MS);
      onProgress(event.loaded / Math.max(1, event.total));
    };
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) end('stored');
      else end(request.status >= 400 && request.status < 500 ? 'refused' : 'broken');
    };
    request.onerror = () => end('broken');
    request.open(link.method, link.url);
    Object.entries(link.headers).forEach(([name, value]) => request.setRequestHeader(name, value));
    stop.addEventListener('abort', abort);
    request.send(file);
  });
}
