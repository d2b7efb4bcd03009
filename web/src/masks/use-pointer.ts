import { useRef, useState } from 'react';
import type { Mending, Pen } from './use-mending';
import type { ViewControl } from './use-view';

interface Point {
  x: number;
  y: number;
}

interface Pointed {
  canvas: React.RefObject<HTMLCanvasElement | null>;
  photo: ImageData;
  mending: Mending;
  pen: Pen;
  view: ViewControl;
  click: (at: Point) => Promise<void>;
}

/** A pen that is pressed lightly still paints a line that is seen. */
const PRESSURE_MIN = 0.25;
const MIDDLE_BUTTON = 1;

/** One finger, a pen or the mouse paints or clicks; two fingers, or the middle button, move and zoom the photo. */
export function usePointer({ canvas, photo, mending, pen, view, click }: Pointed) {
  const [at, setAt] = useState<Point | null>(null);
  const down = useRef(new Map<number, Point>());
  const act = useRef<'paint' | 'click' | 'pan' | null>(null);
  const paints = pen.tool === 'brush' || pen.tool === 'eraser';
  const pointOf = (event: { clientX: number; clientY: number }): Point => {
    const box = canvas.current?.getBoundingClientRect();
    if (!box) return { x: 0, y: 0 };
    return {
      x: ((event.clientX - box.left) / box.width) * photo.width,
      y: ((event.clientY - box.top) / box.height) * photo.height,
    };
  };
  const isInside = ({ x, y }: Point) => x >= 0 && y >= 0 && x < photo.width && y < photo.height;
  const onPointerDown = (event: React.PointerEvent) => {
    down.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
    event.currentTarget.setPointerCapture(event.pointerId);
    if (down.current.size > 1 || event.button === MIDDLE_BUTTON) {
      if (act.current === 'paint') mending.abort();
      act.current = 'pan';
    } else if (event.button !== 0) {
      act.current = null;
    } else if (paints) {
      act.current = 'paint';
      mending.begin(pointOf(event), pen, pressureOf(event));
    } else act.current = 'click';
  };
  const onPointerMove = (event: React.PointerEvent) => {
    setAt(event.pointerType === 'touch' ? null : pointOf(event));
    const before = down.current.get(event.pointerId);
    if (before === undefined) return;
    if (act.current === 'paint') {
      const moves = event.nativeEvent.getCoalescedEvents?.() ?? [];
      for (const one of moves.length > 0 ? moves : [event.nativeEvent])
        mending.move(pointOf(one), pen, pressureOf(one));
    }
    if (act.current === 'pan') pan(event, before);
    down.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
  };
  const pan = (event: React.PointerEvent, before: Point) => {
    const now = { x: event.clientX, y: event.clientY };
    const other = [...down.current].find(([id]) => id !== event.pointerId)?.[1];
    const share = other === undefined ? 1 : 2;
    view.panBy((now.x - before.x) / share, (now.y - before.y) / share);
    if (other === undefined) return;
    const grown = distance(now, other) / Math.max(1, distance(before, other));
    view.zoomAt(grown, (now.x + other.x) / 2, (now.y + other.y) / 2);
  };
  const lift = (event: React.PointerEvent, isCanceled: boolean) => {
    down.current.delete(event.pointerId);
    if (down.current.size > 0) return;
    const did = act.current;
    act.current = null;
    if (did === 'paint' && isCanceled) mending.abort();
    if (did === 'paint' && !isCanceled) mending.end();
    if (did === 'click' && !isCanceled && isInside(pointOf(event))) void click(pointOf(event));
  };
  return {
    at,
    handlers: {
      onPointerDown,
      onPointerMove,
      onPointerUp: (event: React.PointerEvent) => lift(event, false),
      onPointerCancel: (event: React.PointerEvent) => lift(event, true),
      onPointerLeave: () => setAt(null),
    },
  };
}

function pressureOf({ pointerType, pressure }: { pointerType: string; pressure: number }): number {
  return pointerType === 'pen' ? Math.max(PRESSURE_MIN, pressure) : 1;
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
