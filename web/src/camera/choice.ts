import { useSyncExternalStore } from 'react';

/** What the next photos show and what in them matters. */
export interface Choice {
  preset: string | null;
  concepts: readonly string[];
}

const KEY = 'photoset.choice';
const KEPT_KEY = 'photoset.concepts';
/** Jobs whose choice is still of use: those that wait for a rule. */
const JOBS_MAX = 20;

const NONE: Choice = { preset: null, concepts: [] };
const listeners = new Set<() => void>();
let current = read(KEY, NONE);

function read<T>(key: string, otherwise: T): T {
  try {
    return (JSON.parse(localStorage.getItem(key) ?? 'null') as T | null) ?? otherwise;
  } catch {
    return otherwise;
  }
}

export function setChoice(choice: Choice): void {
  current = choice;
  localStorage.setItem(KEY, JSON.stringify(choice));
  listeners.forEach((listener) => listener());
}

export function useChoice(): Choice {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}

/** Another domain has other concepts: those chosen are let go, and given back by `undo`. */
export function chooseDomain(preset: string): { dropped: number; undo: () => void } {
  const before = current;
  if (before.preset === preset) return { dropped: 0, undo: () => undefined };
  setChoice({ preset, concepts: [] });
  return { dropped: before.concepts.length, undo: () => setChoice(before) };
}

export function toggleConcept(concept: string): void {
  const { concepts } = current;
  const next = concepts.includes(concept)
    ? concepts.filter((one) => one !== concept)
    : [...concepts, concept];
  setChoice({ ...current, concepts: next });
}

/** Keeps the chosen concepts with the job that the photos became, and begins anew for the next ones. */
export function handChoiceTo(job: string): void {
  if (current.concepts.length === 0) return;
  const kept = Object.entries(read<Record<string, readonly string[]>>(KEPT_KEY, {}));
  const jobs = [...kept.filter(([id]) => id !== job), [job, current.concepts] as const].slice(-JOBS_MAX);
  localStorage.setItem(KEPT_KEY, JSON.stringify(Object.fromEntries(jobs)));
  setChoice({ ...current, concepts: [] });
}

/** What somebody said matters in the photos of a job, in that order. */
export function conceptsOf(job: string): readonly string[] {
  return read<Record<string, readonly string[]>>(KEPT_KEY, {})[job] ?? [];
}
