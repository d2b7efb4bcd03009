import { useEffect, useEffectEvent, useRef, useState, type PointerEvent, type RefObject } from 'react';

/** How far the pixels of a preview may be looked into. */
const ZOOM_MAX = 8;
const WHEEL_STEP = 1.0015;
const BUTTON_STEP = 1.5;

/** What is seen of a picture; x and y in parts of the pane, so that panes of any size show the same place. */
export interface View {
  scale: number;
  x: number;
  y: number;
}

export const WHOLE: View = { scale: 1, x: 0, y: 0 };

/** Zooms about a point of the pane, in parts of it, which stays where it is. */
export function zoomedAt(view: View, factor: number, px: number, py: number): View {
  const scale = Math.min(ZOOM_MAX, Math.max(1, view.scale * factor));
  const by = scale / view.scale;
  return bounded({ scale, x: px - (px - view.x) * by, y: py - (py - view.y) * by });
}

export function moved(view: View, dx: number, dy: number): View {
  return bounded({ ...view, x: view.x + dx, y: view.y + dy });
}

/** The picture covers its pane at every zoom. */
function bounded({ scale, x, y }: View): View {
  const clamp = (value: number) => Math.min(0, Math.max(1 - scale, value));
  return { scale, x: clamp(x), y: clamp(y) };
}

export function transformOf({ scale, x, y }: View): string {
  return `translate(${x * 100}%, ${y * 100}%) scale(${scale})`;
}

interface Point {
  x: number;
  y: number;
}

/** One view for all panes within `panes`: control and wheel, two fingers, drag, and steps for buttons and keys. */
export function useLinkedZoom(panes: RefObject<HTMLElement | null>) {
  const [view, setView] = useState(WHOLE);
  const fingers = useRef(new Map<number, Point>());
  // Without a key the wheel moves the page, as everywhere.
  const onWheel = useEffectEvent((event: WheelEvent) => {
    const box = paneAt(event.target);
    if (!(event.ctrlKey || event.metaKey) || box === null) return;
    event.preventDefault();
    const [px, py] = within(box, { x: event.clientX, y: event.clientY });
    setView((old) => zoomedAt(old, WHEEL_STEP ** -event.deltaY, px, py));
  });
  useEffect(() => {
    const element = panes.current;
    const wheel = (event: WheelEvent) => onWheel(event);
    element?.addEventListener('wheel', wheel, { passive: false });
    return () => element?.removeEventListener('wheel', wheel);
  }, [panes]);
  const onPointerMove = (event: PointerEvent) => {
    const before = fingers.current.get(event.pointerId);
    const box = paneAt(event.target);
    if (before === undefined || box === null) return;
    const now = { x: event.clientX, y: event.clientY };
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
    fingers.current.set(event.pointerId, now);
    if (other === undefined)
      setView((old) => moved(old, (now.x - before.x) / box.width, (now.y - before.y) / box.height));
    else {
      const grown = distance(now, other) / distance(before, other);
      const [px, py] = within(box, { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
      setView((old) => zoomedAt(old, grown, px, py));
    }
  };
  const lift = (event: PointerEvent) => void fingers.current.delete(event.pointerId);
  return {
    view,
    zoomIn: () => setView((old) => zoomedAt(old, BUTTON_STEP, 0.5, 0.5)),
    zoomOut: () => setView((old) => zoomedAt(old, 1 / BUTTON_STEP, 0.5, 0.5)),
    reset: () => setView(WHOLE),
    drag: {
      onPointerDown: (event: PointerEvent) =>
        void fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY }),
      onPointerMove,
      onPointerUp: lift,
      onPointerCancel: lift,
      onPointerLeave: lift,
    },
  };
}

function paneAt(target: EventTarget | null): DOMRect | null {
  return target instanceof Element ? (target.closest('[data-pane]')?.getBoundingClientRect() ?? null) : null;
}

function within(box: DOMRect, point: Point): [number, number] {
  return [(point.x - box.left) / box.width, (point.y - box.top) / box.height];
}

function distance(a: Point, b: Point): number {
  return Math.max(1, Math.hypot(a.x - b.x, a.y - b.y));
}
