import { useEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { useTexts } from '../i18n';
import { arrowOf } from '../ui/arrows';
import { Store, useStore } from '../ui/store';
import styles from './picker.module.css';
import { toHex } from './oklch';

type Pick = (hex: string) => void;

/** Grain and the stripes of a sensor are no color: so many pixels around count. */
const AROUND_PX = 2;
/** In shares of the photo; with Shift ten times as far. */
const STEP = 0.005;

const waiting = new Store<Pick | null>(null);

/** Lets the next tap on the photo pick its color; null ends the wait. */
export const probePhoto = waiting.set;

/** Whether a tap on the photo is waited for. */
export function useProbing(): Pick | null {
  return useStore(waiting);
}

/** Lies over the photo while a color of it is picked. */
export function PhotoProbe({ photo }: { photo: ImageData }) {
  const pick = useProbing();
  return pick === null ? null : <Probe photo={photo} pick={pick} />;
}

function Probe({ photo, pick }: { photo: ImageData; pick: Pick }) {
  const { picker } = useTexts();
  const [at, setAt] = useState({ x: 0.5, y: 0.5 });
  const layer = useRef<HTMLButtonElement>(null);
  useEffect(() => layer.current?.focus({ preventScroll: true }), []);
  const take = (x: number, y: number) => {
    pick(colorAt(photo, x, y));
    probePhoto(null);
  };
  const click = (event: MouseEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    // A click that a key made has no place; the cross has.
    if (event.detail === 0) take(at.x, at.y);
    else take((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
  };
  const key = (event: KeyboardEvent) => {
    const step = event.shiftKey ? STEP * 10 : STEP;
    const arrow = arrowOf(event);
    if (event.key === 'Escape') probePhoto(null);
    if (arrow === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    setAt({ x: within(at.x + arrow[0] * step), y: within(at.y + arrow[1] * step) });
  };
  return (
    <button
      ref={layer}
      type="button"
      className={styles.probe}
      aria-label={picker.probe}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={click}
      onKeyDown={key}
    >
      <span
        className={styles.cross}
        style={{ left: `${at.x * 100}%`, top: `${at.y * 100}%`, background: colorAt(photo, at.x, at.y) }}
        aria-hidden
      />
    </button>
  );
}

function within(share: number): number {
  return Math.min(1, Math.max(0, share));
}

/** The mean color around a place, in shares of width and height. */
export function colorAt({ data, width, height }: ImageData, x: number, y: number): string {
  const sum = [0, 0, 0] as [number, number, number];
  let count = 0;
  const cx = Math.min(width - 1, Math.floor(within(x) * width));
  const cy = Math.min(height - 1, Math.floor(within(y) * height));
  for (let row = Math.max(0, cy - AROUND_PX); row <= Math.min(height - 1, cy + AROUND_PX); row++)
    for (let column = Math.max(0, cx - AROUND_PX); column <= Math.min(width - 1, cx + AROUND_PX); column++) {
      const pixel = (row * width + column) * 4;
      for (const channel of [0, 1, 2] as const) sum[channel] += data[pixel + channel] ?? 0;
      count += 1;
    }
  return toHex([sum[0] / count, sum[1] / count, sum[2] / count]);
}
