import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTexts } from '../i18n';
import { arrowOf } from '../ui/arrows';
import { useStore } from '../ui/store';
import { placingStore, withCorner, type Corners, type Placing } from './corners';
import styles from './corners.module.css';

/** In shares of the photo; with Shift ten times as far. */
const STEP = 0.005;

/** Lies over the photo while the corners of a surface are placed on it; `scale` is how far the photo is zoomed. */
export function PhotoCorners({ scale }: { scale: number }) {
  const placing = useStore(placingStore);
  return placing === null ? null : <Rectangle {...placing} scale={scale} />;
}

function Rectangle({ corners, onPlace, scale }: Placing & { scale: number }) {
  const { editor } = useTexts();
  const [moved, setMoved] = useState<Corners | null>(null);
  const shown = moved ?? corners;
  const drag = (which: number, event: PointerEvent) => {
    const layer = event.currentTarget.parentElement?.getBoundingClientRect();
    if (layer === undefined || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const [x, y] = [(event.clientX - layer.x) / layer.width, (event.clientY - layer.y) / layer.height];
    setMoved(withCorner(shown, which, x, y) ?? shown);
  };
  const drop = () => {
    if (moved !== null) onPlace(moved);
    setMoved(null);
  };
  const key = (which: number, event: KeyboardEvent) => {
    const arrow = arrowOf(event);
    const [x, y] = shown[which] ?? [0, 0];
    if (arrow === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const step = event.shiftKey ? STEP * 10 : STEP;
    const next = withCorner(shown, which, x + arrow[0] * step, y + arrow[1] * step);
    if (next !== null) onPlace(next);
  };
  return (
    <div className={styles.layer}>
      <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden>
        <polygon points={shown.map(([x, y]) => `${x},${y}`).join(' ')} />
      </svg>
      {shown.map(([x, y], i) => (
        <button
          key={editor.corner[i]}
          type="button"
          aria-label={editor.corner[i]}
          style={{ left: `${x * 100}%`, top: `${y * 100}%`, scale: 1 / scale }}
          onPointerDown={(event) => {
            event.stopPropagation();
            event.currentTarget.setPointerCapture(event.pointerId);
          }}
          onPointerMove={(event) => drag(i, event)}
          onPointerUp={drop}
          onPointerCancel={() => setMoved(null)}
          onKeyDown={(event) => key(i, event)}
        />
      ))}
    </div>
  );
}
