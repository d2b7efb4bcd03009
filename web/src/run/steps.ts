import type { Item, Job } from '../api/queries';

export type Step = 'looking' | 'queued' | 'both' | 'painting' | 'finishing';

/** What was found before the rule is used, so that a run only paints. */
function found(item: Item): boolean {
  return item.segmentation?.status === 'done';
}

/** The steps of a run in their order. A photo that nobody looked at before is looked at and painted in one. */
export function stepsOf(job: Job): Step[] {
  return job.items.every(found)
    ? ['looking', 'queued', 'painting', 'finishing']
    : ['queued', 'both', 'finishing'];
}

/** Where a run is. */
export function stepOf(job: Job): Step {
  if (job.status === 'queued') return 'queued';
  if (job.done_items + job.failed_items >= job.total_items) return 'finishing';
  return job.items.every(found) ? 'painting' : 'both';
}

/** What is done to a photo that is worked on. */
export function stepOfPhoto(item: Item): 'both' | 'painting' {
  return found(item) ? 'painting' : 'both';
}

/** The credits of a job that nothing was delivered for yet. */
export function creditsLeft({ credits }: Job): number {
  return credits.held - credits.captured - credits.released;
}
