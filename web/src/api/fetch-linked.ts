import { renewLinks } from './queries';
import { send } from './send';

/** What a link leads to does not come, by a new link neither. */
export class LinkEnded extends Error {}

/** Reads by a link of a job, and once more by a new one where the first has ended; `link` says the newest. */
export async function fetchLinked(job: string, link: () => string | null | undefined): Promise<Response> {
  const first = await read(link());
  if (first?.ok === true) return first;
  await renewLinks(job);
  const second = await read(link());
  if (second?.ok !== true) throw new LinkEnded();
  return second;
}

async function read(url: string | null | undefined): Promise<Response | null> {
  return url ? await send(url) : null;
}
