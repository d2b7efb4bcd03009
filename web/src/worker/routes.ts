/** How a request is answered; `network` is left to the browser. */
export type Way = 'page' | 'asset' | 'vocabulary' | 'picture' | 'share' | 'network';

/** What is asked of the api for every page and hardly ever changes. Nothing else of it is kept. */
const VOCABULARY = /^\/(presets(\/[^/]+)?|materials)$/;
/** Pictures that never change under their name: views of photos, results and their small copies. No live previews. */
const PICTURE = /\/(inputs\/.+\.view\.jpg|outputs\/.+|previews\/(?!.*\/live\/).+)$/;

/** Decides by what the request says of itself. */
export function wayOf(
  { method, url, mode }: { method: string; url: string; mode: string },
  origin: string,
): Way {
  const { origin: host, pathname, searchParams } = new URL(url);
  const own = host === origin;
  if (method === 'POST') return own && pathname === '/studio/share' ? 'share' : 'network';
  if (method !== 'GET') return 'network';
  if (searchParams.has('X-Amz-Signature')) return PICTURE.test(pathname) ? 'picture' : 'network';
  if (!own) return 'network';
  if (mode === 'navigate') return pathname === '/' || pathname.startsWith('/studio') ? 'page' : 'network';
  if (pathname.startsWith('/assets/')) return 'asset';
  return VOCABULARY.test(pathname) ? 'vocabulary' : 'network';
}

/** The name of a picture without the signature, which every answer of the api renews. */
export function pictureKey(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}
