/** Where the service worker leaves shared photos for the page. */
const SHARED = 'photoset-shared';
const NAME = 'X-Photoset-Name';

/** Keeps what a phone shares until the page takes it. */
export async function keepShared(form: FormData): Promise<number> {
  const cache = await caches.open(SHARED);
  const files = form.getAll('photos').filter((part) => part instanceof File);
  for (const [place, file] of files.entries())
    await cache.put(
      `/shared/${Date.now()}-${place}`,
      new Response(file, { headers: { 'Content-Type': file.type, [NAME]: encodeURIComponent(file.name) } }),
    );
  return files.length;
}

/** What was shared since it was last taken. */
export async function takeShared(): Promise<File[]> {
  const cache = await caches.open(SHARED);
  const files: File[] = [];
  for (const key of await cache.keys()) {
    const kept = await cache.match(key);
    if (kept === undefined) continue;
    const name = decodeURIComponent(kept.headers.get(NAME) ?? 'photo');
    files.push(new File([await kept.blob()], name, { type: kept.headers.get('Content-Type') ?? '' }));
  }
  await caches.delete(SHARED);
  return files;
}
