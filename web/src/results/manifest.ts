import { queryOptions } from '@tanstack/react-query';
import { fetchLinked, LinkEnded } from '../api/fetch-linked';
import { objectOf } from '../api/links';
import { jobQuery, queryClient, type Job } from '../api/queries';
import type { WorkingRule } from '../rules/rule';
import { freshOf, type Picture } from './pictures';

/** What is read here of the manifest of a result. */
interface Manifest {
  input: { width: number; height: number };
  watermarked: boolean;
  protect: string[];
  /** Single things of the photo that no rule touched, and that were protected. */
  exclude: string[];
  lock: string[];
  changed: { pixels: number; in_protect: number; outside_rule: number };
}

/** What was done to a picture. */
export function manifestQuery({ job_id: id }: Job, picture: Picture) {
  return queryOptions({
    queryKey: ['manifest', objectOf(picture.manifest_url)],
    staleTime: Infinity,
    queryFn: async () => {
      const link = () => freshOf(queryClient.getQueryData(jobQuery(id).queryKey), picture)?.manifest_url;
      return (await (await fetchLinked(id, link)).json()) as Manifest;
    },
  });
}

/** As many at a time as a browser asks of one host. */
const READ_AT_ONCE = 6;

/** The single things that each design left out or locked, by the design: a job tells its rules only, its pictures these. */
export async function instancesOf(job: Job): Promise<Record<string, WorkingRule['instances']>> {
  const chosen: Record<string, WorkingRule['instances']> = {};
  const left = [...job.download_urls];
  const read = async () => {
    for (let picture = left.shift(); picture !== undefined; picture = left.shift()) {
      const manifest = await queryClient.fetchQuery(manifestQuery(job, picture)).catch(unlessEnded);
      const instances = (chosen[picture.variant] ??= {});
      for (const id of manifest?.exclude ?? []) instances[id] = 'exclude';
      for (const id of manifest?.lock ?? []) instances[id] = 'lock';
    }
  };
  await Promise.all(Array.from({ length: READ_AT_ONCE }, read));
  return chosen;
}

/** A picture that is gone says nothing, and is no reason to wait; what cannot be read now is. */
function unlessEnded(failure: unknown): null {
  if (failure instanceof LinkEnded) return null;
  throw failure;
}
