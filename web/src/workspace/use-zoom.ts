import { useEffect, useEffectEvent, useLayoutEffect, useState, type RefObject } from 'react';
import { useGestures, type Gestures } from './use-gestures';
import { bounded, fitted, moved, scaledAt, wheelFactor, WHOLE, type Size, type View } from './zoom';

const BUTTON_STEP = 1.5;
/** Of a key, in shares of the frame. */
const KEY_STEP = 0.15;
const DOUBLE_TAP_SCALE = 3;

type ViewState = [View, (change: (old: View) => View) => void];

/** A view that several pictures of one size share. */
export function useView(): ViewState {
  return useState(WHOLE);
}

interface ZoomOptions {
  /** In pixels of the photo. */
  onTap?: (x: number, y: number) => void;
  /** In pixels of the photo; null when the pointer leaves. */
  onHover?: (at: { x: number; y: number } | null) => void;
  onSwipe?: Gestures['onSwipe'];
  /** Of what lies in the frame; as the frame without it. */
  photo?: Size;
  shared?: ViewState;
}

/** Zoom and pan of what lies in an element: wheel, trackpad, two fingers, drag, double tap, and steps for buttons and keys. */
export function useZoom(frame: RefObject<HTMLDivElement | null>, options: ZoomOptions = {}) {
  const own = useView();
  const [raw, setView] = options.shared ?? own;
  const size = useSize(frame);
  const sizes = fitted(size, options.photo ?? size);
  const view = bounded(raw, sizes);
  const zoomAt = (factor: number, clientX?: number, clientY?: number) => {
    const box = frame.current?.getBoundingClientRect();
    if (!box) return;
    const px = clientX === undefined ? box.width / 2 : clientX - box.left;
    const py = clientY === undefined ? box.height / 2 : clientY - box.top;
    setView((old) => scaledAt(old, factor, px, py, sizes));
  };
  const move = (dx: number, dy: number) => setView((old) => moved(old, dx, dy, sizes));
  const inPhoto = (clientX: number, clientY: number): [number, number] => {
    const box = frame.current?.getBoundingClientRect();
    const pixel = view.scale * (sizes.content.width / (options.photo ?? size).width);
    return [(clientX - (box?.left ?? 0) - view.x) / pixel, (clientY - (box?.top ?? 0) - view.y) / pixel];
  };
  const reset = () => setView(() => WHOLE);
  useWheel(frame, zoomAt);
  const drag = useGestures({
    onTap: (x, y) => options.onTap?.(...inPhoto(x, y)),
    onHover: (at) => {
      const [x, y] = inPhoto(at?.x ?? 0, at?.y ?? 0);
      options.onHover?.(at && { x, y });
    },
    onSwipe: options.onSwipe,
    onMove: move,
    onGrow: zoomAt,
    onDoubleTap: (x, y) => (view.scale > 1 ? reset() : zoomAt(DOUBLE_TAP_SCALE, x, y)),
    isWhole: view.scale === 1,
  });
  return {
    view,
    sizes,
    drag,
    zoomIn: () => zoomAt(BUTTON_STEP),
    zoomOut: () => zoomAt(1 / BUTTON_STEP),
    /** By so many steps to the right and down. */
    step: (right: number, down: number) =>
      move(-right * KEY_STEP * size.width, -down * KEY_STEP * size.height),
    reset,
  };
}

function useWheel(
  frame: RefObject<HTMLDivElement | null>,
  zoomAt: (factor: number, x: number, y: number) => void,
): void {
  const onWheel = useEffectEvent((event: WheelEvent) => {
    event.preventDefault();
    zoomAt(wheelFactor(event), event.clientX, event.clientY);
  });
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const wheel = (event: WheelEvent) => onWheel(event);
    // React listens passively, and then the page would zoom or scroll as well.
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  }, [frame]);
}

/** In CSS pixels, as long as it is there. */
function useSize(frame: RefObject<HTMLDivElement | null>): Size {
  const [size, setSize] = useState({ width: 1, height: 1 });
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const measure = () => {
      if (element.clientWidth > 0 && element.clientHeight > 0)
        setSize({ width: element.clientWidth, height: element.clientHeight });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return size;
}
