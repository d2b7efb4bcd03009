import type { Item, Job } from '../api/queries';

export type Step = 'queued' | 'looking' | 'painting' | 'finishing';

/** What was found before the rule is used, so such a run only paints. */
function found(item: Item): boolean {
  return item.segmentation?.status === 'done';
}

/** The steps of a run in their order. A photo that nobody looked at is looked at and painted in one. */
export function stepsOf(job: Job): Step[] {
  return job.items.every(found)
    ? ['queued', 'painting', 'finishing']
    : ['queued', 'looking', 'painting', 'finishing'];
}

/** Where a run is. */
export function stepOf(job: Job): Step {
  if (job.status === 'queued') return 'queued';
  if (job.done_items + job.failed_items >= job.total_items) return 'finishing';
  const looking = job.items.some((item) => item.status === 'running' && !found(item));
  return looking && job.done_items === 0 ? 'looking' : 'painting';
}

/** What is done to a photo that is worked on. */
export function stepOfPhoto(item: Item): 'looking' | 'painting' {
  return found(item) ? 'painting' : 'looking';
}

/** The credits of a job that nothing was delivered for yet. */
export function creditsLeft({ credits }: Job): number {
  return credits.held - credits.captured - credits.released;
}
