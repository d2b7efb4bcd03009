import { useRef, type PointerEvent } from 'react';

/** A finger trembles: what moves less is a tap. */
const TAP_PX = 8;
const TAP_MS = 350;
const DOUBLE_TAP_MS = 300;
const DOUBLE_TAP_PX = 32;
/** Of a stroke over the whole photo that turns to the next one. */
const SWIPE_PX = 60;

export interface Gestures {
  onMove: (dx: number, dy: number) => void;
  onGrow: (factor: number, x: number, y: number) => void;
  onDoubleTap: (x: number, y: number) => void;
  onTap?: (x: number, y: number) => void;
  /** Of a mouse or a pen without a button; null when it leaves. */
  onHover?: (at: { x: number; y: number } | null) => void;
  /** 1 to the next, -1 to the one before. */
  onSwipe?: ((direction: 1 | -1) => void) | undefined;
  /** Nothing is to be moved: a stroke of one finger turns to another photo. */
  isWhole?: boolean;
}

interface Finger {
  x: number;
  y: number;
}

/** What fingers, a pen or a mouse do on an element. */
export function useGestures(gestures: Gestures) {
  const fingers = useRef(new Map<number, Finger>());
  const stroke = useRef({ x: 0, y: 0, at: 0, far: false, several: false });
  const tapped = useRef({ x: 0, y: 0, at: -DOUBLE_TAP_MS });
  const end = (event: PointerEvent) => {
    if (!fingers.current.delete(event.pointerId) || fingers.current.size > 0) return;
    const { x, y, at, far, several } = stroke.current;
    if (several) return;
    if (!far && event.timeStamp - at < TAP_MS) tap(event);
    else if (event.pointerType === 'touch' && gestures.isWhole === true) {
      const dx = event.clientX - x;
      if (Math.abs(dx) > SWIPE_PX && Math.abs(dx) > 2 * Math.abs(event.clientY - y))
        gestures.onSwipe?.(dx < 0 ? 1 : -1);
    }
  };
  const tap = ({ clientX: x, clientY: y, timeStamp }: PointerEvent) => {
    const last = tapped.current;
    const again = timeStamp - last.at < DOUBLE_TAP_MS && Math.hypot(x - last.x, y - last.y) < DOUBLE_TAP_PX;
    tapped.current = { x, y, at: again ? -DOUBLE_TAP_MS : timeStamp };
    if (again) gestures.onDoubleTap(x, y);
    else gestures.onTap?.(x, y);
  };
  const move = (event: PointerEvent) => {
    const before = fingers.current.get(event.pointerId);
    const now = { x: event.clientX, y: event.clientY };
    if (before === undefined) {
      if (event.pointerType !== 'touch') gestures.onHover?.(now);
      return;
    }
    const from = stroke.current;
    if (!from.far && !from.several && Math.hypot(now.x - from.x, now.y - from.y) < TAP_PX) return;
    from.far = true;
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
    fingers.current.set(event.pointerId, now);
    if (other === undefined) gestures.onMove(now.x - before.x, now.y - before.y);
    else pinch(gestures, before, now, other);
  };
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return;
      const first = fingers.current.size === 0;
      fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
      stroke.current = first
        ? { x: event.clientX, y: event.clientY, at: event.timeStamp, far: false, several: false }
        : { ...stroke.current, several: true };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: move,
    onPointerUp: end,
    onPointerCancel: (event: PointerEvent) => {
      fingers.current.delete(event.pointerId);
      stroke.current.several = true;
    },
    onPointerLeave: (event: PointerEvent) => {
      if (!fingers.current.has(event.pointerId)) gestures.onHover?.(null);
    },
  };
}

/** Two fingers grow what is between them, and take it along. */
function pinch(gestures: Gestures, before: Finger, now: Finger, other: Finger): void {
  const apart = Math.hypot(before.x - other.x, before.y - other.y);
  gestures.onMove((now.x - before.x) / 2, (now.y - before.y) / 2);
  if (apart > 1)
    gestures.onGrow(
      Math.hypot(now.x - other.x, now.y - other.y) / apart,
      (now.x + other.x) / 2,
      (now.y + other.y) / 2,
    );
}
