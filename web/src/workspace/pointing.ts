import { useSyncExternalStore } from 'react';

/** Which instance is pointed at, on the photo or on its card. */
export interface Pointed {
  hovered: string | null;
  /** By a tap, or by the focus on its card. */
  selected: string | null;
  /** Only the selected one of its concept is shown. */
  solo: boolean;
  /** Where it was done: a card that was pointed at does not scroll itself. */
  on: 'photo' | 'card';
}

const NOTHING: Pointed = { hovered: null, selected: null, solo: false, on: 'card' };

/** Of one album that is looked at. A pointer moves often: only what shows the change is rendered again. */
export class Pointing {
  #pointed = NOTHING;
  readonly #listeners = new Set<() => void>();

  readonly get = (): Pointed => this.#pointed;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly set = (change: Partial<Pointed>): void => {
    const keys = Object.keys(change) as (keyof Pointed)[];
    if (keys.every((key) => key === 'on' || this.#pointed[key] === change[key])) return;
    this.#pointed = { ...this.#pointed, ...change };
    this.#listeners.forEach((listener) => listener());
  };

  readonly clear = (): void => this.set(NOTHING);
}

export function highlightedOf({ hovered, selected }: Pointed): string | null {
  return hovered ?? selected;
}

export function usePointed(pointing: Pointing): Pointed {
  return useSyncExternalStore(pointing.subscribe, pointing.get);
}

/** Whether one instance is highlighted; only its own changes are heard. */
export function useHighlighted(pointing: Pointing, id: string): boolean {
  return useSyncExternalStore(pointing.subscribe, () => highlightedOf(pointing.get()) === id);
}
