import { useEffect, useEffectEvent, useRef, useState } from 'react';

/** How far photo pixels may be looked into. */
const ZOOM_MAX = 8;
const WHEEL_STEP = 1.0015;
const BUTTON_STEP = 1.5;

export interface View {
  scale: number;
  x: number;
  y: number;
}

const WHOLE: View = { scale: 1, x: 0, y: 0 };

type ViewState = [View, (change: (old: View) => View) => void];

/** A view that several pictures of one size share. */
export function useView(): ViewState {
  return useState(WHOLE);
}

/** Zoom and pan of what lies in an element: wheel, two fingers, drag, and steps for buttons and keys. */
export function useZoom(frame: React.RefObject<HTMLDivElement | null>, shared?: ViewState) {
  const own = useView();
  const [view, setView] = shared ?? own;
  const zoomAt = (factor: number, clientX?: number, clientY?: number) => {
    const box = frame.current?.getBoundingClientRect();
    if (!box) return;
    const px = (clientX ?? box.left + box.width / 2) - box.left;
    const py = (clientY ?? box.top + box.height / 2) - box.top;
    setView((old) => bounded(scaledAt(old, factor, px, py), box));
  };
  const onWheel = useEffectEvent((event: WheelEvent) => {
    event.preventDefault();
    zoomAt(WHEEL_STEP ** -event.deltaY, event.clientX, event.clientY);
  });
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const wheel = (event: WheelEvent) => onWheel(event);
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  }, [frame]);
  const drag = useDrag(frame, setView, zoomAt);
  return {
    view,
    drag,
    zoomIn: () => zoomAt(BUTTON_STEP),
    zoomOut: () => zoomAt(1 / BUTTON_STEP),
    reset: () => setView(() => WHOLE),
  };
}

function scaledAt(old: View, factor: number, px: number, py: number): View {
  const scale = Math.min(ZOOM_MAX, Math.max(1, old.scale * factor));
  const by = scale / old.scale;
  return { scale, x: px - (px - old.x) * by, y: py - (py - old.y) * by };
}

/** The picture covers its frame at every zoom. */
function bounded(view: View, box: { width: number; height: number }): View {
  const clamp = (value: number, side: number) => Math.min(0, Math.max(side * (1 - view.scale), value));
  return { ...view, x: clamp(view.x, box.width), y: clamp(view.y, box.height) };
}

function useDrag(
  frame: React.RefObject<HTMLDivElement | null>,
  setView: (change: (old: View) => View) => void,
  zoomAt: (factor: number, x: number, y: number) => void,
) {
  const fingers = useRef(new Map<number, { x: number; y: number }>());
  const lift = (event: React.PointerEvent) => void fingers.current.delete(event.pointerId);
  return {
    onPointerDown: (event: React.PointerEvent) => {
      fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: React.PointerEvent) => {
      const before = fingers.current.get(event.pointerId);
      const box = frame.current?.getBoundingClientRect();
      if (before === undefined || !box) return;
      const now = { x: event.clientX, y: event.clientY };
      const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
      fingers.current.set(event.pointerId, now);
      if (other === undefined) {
        setView((old) => bounded({ ...old, x: old.x + now.x - before.x, y: old.y + now.y - before.y }, box));
      } else {
        const grown =
          Math.hypot(now.x - other.x, now.y - other.y) / Math.hypot(before.x - other.x, before.y - other.y);
        zoomAt(grown, (now.x + other.x) / 2, (now.y + other.y) / 2);
      }
    },
    onPointerUp: lift,
    onPointerCancel: lift,
  };
}
