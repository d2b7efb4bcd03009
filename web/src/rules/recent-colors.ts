import { useSyncExternalStore } from 'react';

const KEY = 'photoset.colors';
/** Two rows on a phone are enough to find the last ones again. */
const COLORS_MAX = 8;
const listeners = new Set<() => void>();
let current = read();

function read(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((hex) => typeof hex === 'string').slice(0, COLORS_MAX) : [];
  } catch {
    return [];
  }
}

/** The colors that were used last in this browser, the latest first. */
export function useRecentColors(): readonly string[] {
  return useSyncExternalStore(subscribe, () => current);
}

export function rememberColor(hex: string): void {
  if (current[0] === hex) return;
  current = [hex, ...current.filter((other) => other !== hex)].slice(0, COLORS_MAX);
  localStorage.setItem(KEY, JSON.stringify(current));
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
