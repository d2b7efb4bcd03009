import type { ComposedSet, Job } from './queries';

/** More than the largest job and its sets have; older ones are asked for anew. */
const KEPT_MAX = 5000;
const kept = new Map<string, string>();

/**
 * Every answer signs its links anew, and a picture under a new address is loaded again. So the link that came first is kept
 * for half of its time, as the server itself does between two answers of a job that did not change.
 */
export function steady(url: string, now: number = Date.now()): string {
  const object = objectOf(url);
  const known = kept.get(object);
  if (known !== undefined && now < halfTimeOf(known)) return known;
  if (kept.size >= KEPT_MAX) kept.clear();
  kept.set(object, url);
  return url;
}

/** The object that a link leads to, whenever it was signed. */
export function objectOf(url: string): string {
  return url.split('?')[0] ?? url;
}

/** Seconds for which a link works, as its signature says; null where it says nothing. */
export function lifetimeOf(url: string): number | null {
  const seconds = Number(query(url).get('X-Amz-Expires'));
  return seconds > 0 ? seconds : null;
}

/** After one of a job's links did not work: none of them is used again. */
export function forgetLinks(job: string): void {
  for (const object of kept.keys()) if (object.includes(`/${job}/`)) kept.delete(object);
}

export function withSteadyLinks(job: Job): Job {
  return {
    ...job,
    items: job.items.map((item) => (item.view_url ? { ...item, view_url: steady(item.view_url) } : item)),
    download_urls: job.download_urls.map((one) => ({
      ...one,
      output_url: steady(one.output_url),
      preview_url: steady(one.preview_url),
      manifest_url: steady(one.manifest_url),
    })),
  };
}

export function withSteadyFiles(set: ComposedSet): ComposedSet {
  return { ...set, files: set.files.map((file) => ({ ...file, url: steady(file.url) })) };
}

/** In milliseconds since 1970; 0 where the link does not say it. */
function halfTimeOf(url: string): number {
  const [, y, mo, d, h, mi, s] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(query(url).get('X-Amz-Date') ?? '') ?? [];
  const given = Date.UTC(Number(y), Number(mo) - 1, Number(d), Number(h), Number(mi), Number(s));
  const seconds = lifetimeOf(url);
  return Number.isNaN(given) || seconds === null ? 0 : given + seconds * 500;
}

function query(url: string): URLSearchParams {
  return new URLSearchParams(url.split('?')[1]);
}
