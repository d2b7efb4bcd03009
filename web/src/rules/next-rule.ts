import { useSyncExternalStore } from 'react';
import type { SavedRule } from './saved-rules';

const KEY = 'photoset.next-rule';
const listeners = new Set<() => void>();
let current = read();

function read(): SavedRule | null {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? 'null') as SavedRule | null;
  } catch {
    return null;
  }
}

/** The saved rule with which the next album starts; kept until one has started. */
export function nextRule(): SavedRule | null {
  return current;
}

export function useNextRule(): SavedRule | null {
  return useSyncExternalStore(subscribe, nextRule);
}

export function chooseNextRule(rule: SavedRule): void {
  localStorage.setItem(KEY, JSON.stringify(rule));
  set(rule);
}

export function dropNextRule(): void {
  if (current === null) return;
  localStorage.removeItem(KEY);
  set(null);
}

function set(rule: SavedRule | null): void {
  current = rule;
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
