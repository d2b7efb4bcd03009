import { picture } from './pictures';
import { wayOf } from './routes';
import { keepShared } from './shared';

/** The files of this build, put in by it. */
declare const BUILD_FILES: string[];
declare const BUILD_ID: string;

/** What the types of the DOM leave out of a worker's scope. */
interface Extendable extends Event {
  waitUntil: (work: Promise<unknown>) => void;
}
interface Fetching extends Extendable {
  request: Request;
  respondWith: (answer: Promise<Response>) => void;
}
interface Scope {
  addEventListener: ((type: 'install' | 'activate', listener: (event: Extendable) => void) => void) &
    ((type: 'fetch', listener: (event: Fetching) => void) => void) &
    ((type: 'message', listener: (event: MessageEvent<unknown>) => void) => void);
  skipWaiting: () => Promise<void>;
  clients: { claim: () => Promise<void> };
}
const scope = self as unknown as Scope;

const SHELL = 'photoset-shell-';
/** This build's and the one before, which open pages still ask for. */
const SHELLS_KEPT = 2;
const ASSETS = 'photoset-assets';
const VOCABULARY = 'photoset-vocabulary';
/** Without an answer for so long the page starts from what is here. */
const PAGE_MAX_MS = 4000;

scope.addEventListener('install', (event) => event.waitUntil(install()));
scope.addEventListener('activate', (event) => event.waitUntil(activate()));
scope.addEventListener('message', ({ data, ports }) => {
  if (data === 'take over') void scope.skipWaiting();
  else if (typeof data === 'string') ports[0]?.postMessage(BUILD_FILES.includes(data));
});
scope.addEventListener('fetch', (event) => {
  const answer = answerOf(event);
  if (answer !== null) event.respondWith(answer);
});

async function install(): Promise<void> {
  const shell = await caches.open(SHELL + BUILD_ID);
  await shell.addAll(['/', ...BUILD_FILES].map((file) => new Request(file, { cache: 'no-cache' })));
}

async function activate(): Promise<void> {
  const shells = (await caches.keys()).filter((name) => name.startsWith(SHELL));
  await Promise.all([...shells.slice(0, -SHELLS_KEPT), ASSETS].map((name) => caches.delete(name)));
  await scope.clients.claim();
}

function answerOf(event: Fetching): Promise<Response> | null {
  const { request } = event;
  switch (wayOf(request, location.origin)) {
    case 'page':
      return page(request);
    case 'asset':
      return asset(request);
    case 'vocabulary':
      return vocabulary(event);
    case 'picture':
      return picture(request);
    case 'share':
      return share(request);
    case 'network':
      return null;
  }
}

/** From the server, so that its policy is today's; without one, the page of this build. */
async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(PAGE_MAX_MS) });
  } catch {
    const shell = await caches.open(SHELL + BUILD_ID);
    return (await shell.match('/')) ?? Response.error();
  }
}

/** Its name holds a hash of what is in it. */
async function asset(request: Request): Promise<Response> {
  const kept = await caches.match(request);
  if (kept !== undefined) return kept;
  const response = await fetch(request);
  if (response.ok) await (await caches.open(ASSETS)).put(request, response.clone());
  return response;
}

/** What is here at once, and the new one for the next time. */
async function vocabulary(event: Fetching): Promise<Response> {
  const { request } = event;
  // Its names come in the language of the page; the token in the request is not kept.
  const language = request.headers.get('Accept-Language') ?? '';
  const key = new Request(request.url, { headers: { 'Accept-Language': language } });
  const cache = await caches.open(VOCABULARY);
  const kept = await cache.match(key);
  const fresh = fetch(request).then(async (response) => {
    if (response.ok) await cache.put(key, response.clone());
    return response;
  });
  if (kept === undefined) return fresh;
  event.waitUntil(fresh.catch(() => undefined));
  return kept;
}

/** Photos that another app hands over, for the page that follows. */
async function share(request: Request): Promise<Response> {
  const count = await keepShared(await request.formData()).catch(() => 0);
  return Response.redirect(count > 0 ? '/?shared=here' : '/?shared=missed', 303);
}
