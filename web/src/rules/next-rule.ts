import { Store, useStore } from '../ui/store';
import type { SavedRule } from './saved-rules';

const KEY = 'photoset.next-rule';
const store = new Store(read());

function read(): SavedRule | null {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? 'null') as SavedRule | null;
  } catch {
    return null;
  }
}

/** The saved rule with which the next album starts; kept until one has started. */
export function nextRule(): SavedRule | null {
  return store.get();
}

export function useNextRule(): SavedRule | null {
  return useStore(store);
}

export function chooseNextRule(rule: SavedRule): void {
  localStorage.setItem(KEY, JSON.stringify(rule));
  store.set(rule);
}

export function dropNextRule(): void {
  if (store.get() === null) return;
  localStorage.removeItem(KEY);
  store.set(null);
}
