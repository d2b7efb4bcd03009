import { Store, useStore } from '../ui/store';

const KEY = 'photoset.colors';
/** Two rows on a phone are enough to find the last ones again. */
const COLORS_MAX = 8;
const store = new Store(read());

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
  return useStore(store);
}

export function rememberColor(hex: string): void {
  const known = store.get();
  if (known[0] === hex) return;
  const next = [hex, ...known.filter((other) => other !== hex)].slice(0, COLORS_MAX);
  localStorage.setItem(KEY, JSON.stringify(next));
  store.set(next);
}
