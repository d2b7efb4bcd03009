import { pictureKey } from './routes';

const PICTURES = 'photoset-pictures';
/** What a gallery shows at once; larger ones are saved, not looked at again and again. */
const BYTES_MAX = 8_000_000;
const COUNT_MAX = 300;

/** A picture by its name, from here or from the store. */
export async function picture(request: Request): Promise<Response> {
  const cache = await caches.open(PICTURES);
  const key = pictureKey(request.url);
  const kept = await cache.match(key);
  if (kept !== undefined) return kept;
  // As the page asks for it, an answer of another origin cannot be looked into: neither its size nor whether it is one.
  const asked = new Request(request.url, { mode: 'cors', credentials: 'omit' });
  const response = await fetch(asked).catch(() => null);
  if (response === null) return fetch(request);
  const size = Number(response.headers.get('Content-Length') ?? BYTES_MAX);
  if (response.ok && size < BYTES_MAX) await keep(cache, key, response.clone());
  return response;
}

async function keep(cache: Cache, key: string, response: Response): Promise<void> {
  try {
    await cache.put(key, response);
    const keys = await cache.keys();
    await Promise.all(keys.slice(0, Math.max(0, keys.length - COUNT_MAX)).map((old) => cache.delete(old)));
  } catch {
    // No room on the device: it is asked for again next time.
  }
}

/** With the account go its pictures. Pages without TLS have no caches. */
export async function forgetPictures(): Promise<void> {
  await (globalThis.caches as CacheStorage | undefined)?.delete(PICTURES);
}
