import { useEffect, useReducer } from 'react';
import { changeDesigns, newDesigns, type Designs, type DesignsChange } from './designs';
import { dropNextRule, nextRule } from './next-rule';

/** The designs of a job while they are made; kept in this browser, so that nothing is lost by a reload. */
export function useDesigns(
  job: string,
  preset: string,
  protect: readonly string[],
): [Designs, (change: DesignsChange) => void] {
  const [designs, change] = useReducer(changeDesigns, null, () => kept(job) ?? startOf(preset, protect));
  useEffect(() => {
    keepDesigns(job, designs);
    const next = nextRule();
    if (designs.all.some(({ saved }) => saved !== null && saved === next?.id)) dropNextRule();
  }, [job, designs]);
  return [designs, change];
}

/** With the rule that was chosen for the next album, if this is one of its kind. */
function startOf(preset: string, protect: readonly string[]): Designs {
  const next = nextRule();
  return newDesigns(protect, next?.preset_id === preset ? next : undefined);
}

const keyOf = (job: string) => `photoset.designs.${job}`;

function kept(job: string): Designs | null {
  try {
    return JSON.parse(localStorage.getItem(keyOf(job)) ?? 'null') as Designs | null;
  } catch {
    return null;
  }
}

/** What a job starts with, or goes on with after a reload. */
export function keepDesigns(job: string, designs: Designs): void {
  localStorage.setItem(keyOf(job), JSON.stringify({ ...designs, before: null }));
}

/** They were handed over; what stands here is not needed any more. */
export function dropDesigns(job: string): void {
  localStorage.removeItem(keyOf(job));
}
