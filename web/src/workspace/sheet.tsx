import { useRef, useState, type PointerEvent } from 'react';
import { useTexts } from '../i18n';
import styles from './workspace.module.css';

/** How much of a phone's screen the choices take, from the chips alone to nearly all. */
export type SheetHeight = 'peek' | 'half' | 'full';

const HEIGHTS: readonly SheetHeight[] = ['peek', 'half', 'full'];
/** Of a stroke that opens or closes it. */
const STROKE_PX = 24;

export function useSheet() {
  return useState<SheetHeight>('half');
}

interface SheetHandleProps {
  height: SheetHeight;
  onChange: (height: SheetHeight) => void;
}

/** Between the photo and the choices on a phone: a stroke up or down, or a tap for the next height. */
export function SheetHandle({ height, onChange }: SheetHandleProps) {
  const { view: texts } = useTexts();
  const start = useRef<number | null>(null);
  const step = (by: number) => {
    const next = HEIGHTS[HEIGHTS.indexOf(height) + by];
    if (next !== undefined) onChange(next);
  };
  const end = (event: PointerEvent) => {
    const moved = event.clientY - (start.current ?? event.clientY);
    start.current = null;
    if (Math.abs(moved) > STROKE_PX) step(moved < 0 ? 1 : -1);
    else onChange(HEIGHTS[(HEIGHTS.indexOf(height) + 1) % HEIGHTS.length] ?? 'half');
  };
  return (
    <button
      type="button"
      className={styles.handle}
      aria-label={texts.sheet[height]}
      onPointerDown={(event) => {
        start.current = event.clientY;
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerUp={end}
      onKeyDown={(event) => {
        if (event.key === 'ArrowUp') step(1);
        else if (event.key === 'ArrowDown') step(-1);
        else return;
        event.preventDefault();
      }}
      onClick={(event) => {
        // Of a key or a screen reader; a pointer was heard above.
        if (event.detail === 0) onChange(HEIGHTS[(HEIGHTS.indexOf(height) + 1) % HEIGHTS.length] ?? 'half');
      }}
    />
  );
}
