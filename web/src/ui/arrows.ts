import type { KeyboardEvent } from 'react';

const ARROWS: Partial<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Where an arrow key leads, right and down; undefined for all other keys. */
export function arrowOf({ key }: KeyboardEvent): readonly [number, number] | undefined {
  return ARROWS[key];
}
