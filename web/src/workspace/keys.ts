import { useEffect, useEffectEvent, useState } from 'react';

/** Keys of one sign by where they are on the board, so that they work while Korean is typed too. */
export type Keys = Partial<Record<string, () => void>>;

const STORED = 'photoset.keys';

/** Does what its keys say, wherever the focus is, unless something is typed or a dialog is open. */
export function useKeys(keys: Keys, enabled: boolean): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!enabled || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (isTyping(event.target) || document.querySelector('dialog[open]') !== null) return;
    const act = keys[event.key] ?? keys[event.code];
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !['radio', 'range', 'checkbox'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** Whoever speaks to the machine would press keys by words: keys of one sign can be turned off (WCAG 2.1.4). */
export function useKeysEnabled(): [boolean, (enabled: boolean) => void] {
  const [enabled, setEnabled] = useState(() => localStorage.getItem(STORED) !== 'off');
  return [
    enabled,
    (next) => {
      localStorage.setItem(STORED, next ? 'on' : 'off');
      setEnabled(next);
    },
  ];
}
