import { useSyncExternalStore } from 'react';
import type { Language } from '../i18n';

export interface Preferences {
  language: Language;
  theme: 'system' | 'light' | 'dark';
  /** Whether how it works was seen to its end, or skipped. */
  welcomed: boolean;
}

const KEY = 'photoset.preferences';
const listeners = new Set<() => void>();
let current = read();

function read(): Preferences {
  const usual: Preferences = {
    language: navigator.language.startsWith('ko') ? 'ko' : 'en',
    theme: 'system',
    welcomed: false,
  };
  try {
    return { ...usual, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Preferences>) };
  } catch {
    return usual;
  }
}

/** Makes the page what the preferences say. */
export function applyPreferences(): void {
  const root = document.documentElement;
  root.lang = current.language;
  if (current.theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = current.theme;
}

/** A preference of this browser, and how to change it. */
export function useSetting<K extends keyof Preferences>(
  key: K,
): [Preferences[K], (value: Preferences[K]) => void] {
  const value = useSyncExternalStore(subscribe, () => current[key]);
  return [value, (next) => set(key, next)];
}

function set<K extends keyof Preferences>(key: K, value: Preferences[K]): void {
  current = { ...current, [key]: value };
  localStorage.setItem(KEY, JSON.stringify(current));
  applyPreferences();
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
