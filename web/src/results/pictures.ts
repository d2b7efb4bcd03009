import type { components } from '../api/schema';
import type { Job } from '../api/queries';

export type Picture = components['schemas']['Download'];

/** The photo that a result was made of; gone when it is no longer kept. */
export function beforeOf(job: Job, idx: number): string | undefined {
  return job.items.find((item) => item.idx === idx)?.view_url ?? undefined;
}

/** The results of one photo, in the order of the variants. */
export function picturesOfPhoto(job: Job, idx: number): Picture[] {
  return job.download_urls.filter((picture) => picture.idx === idx);
}

export function picturesOfVariant(job: Job, variant: string): Picture[] {
  return job.download_urls.filter((picture) => picture.variant === variant);
}

/** A, B or C. */
export function letterOfVariant(job: Job, id: string): string {
  const at = job.variants.findIndex((variant) => variant.id === id);
  return String.fromCharCode(65 + Math.max(0, at));
}

/** Its letter, and what its owner calls it. */
export function nameOfVariant(job: Job, id: string): string {
  const letter = letterOfVariant(job, id);
  const name = job.variants.find((variant) => variant.id === id)?.name;
  return name ? `${letter} · ${name}` : letter;
}

/** What tells a picture from others of its job. */
export function keyOf({ idx, variant }: Picture): string {
  return `${idx} ${variant}`;
}

/** The same picture in what the server said last, with a link that works. */
export function freshOf(job: Job | undefined, picture: Picture): Picture | undefined {
  return job?.download_urls.find((one) => keyOf(one) === keyOf(picture));
}
