import { useEffect, useEffectEvent, useState } from 'react';

const ZOOM_MAX = 12;
const WHEEL_STEP = 1.0015;
export const BUTTON_STEP = 1.5;

export interface View {
  scale: number;
  x: number;
  y: number;
}

const WHOLE: View = { scale: 1, x: 0, y: 0 };

/** What part of the photo is seen while it is painted on: the pointer paints, so that panning has its own ways. */
export function useView(frame: React.RefObject<HTMLDivElement | null>) {
  const [view, setView] = useState(WHOLE);
  const change = (next: (old: View, box: DOMRect) => View) => {
    const box = frame.current?.getBoundingClientRect();
    if (box) setView((old) => bounded(next(old, box), box));
  };
  const zoomAt = (factor: number, clientX?: number, clientY?: number) =>
    change((old, box) => {
      const px = (clientX ?? box.left + box.width / 2) - box.left;
      const py = (clientY ?? box.top + box.height / 2) - box.top;
      const scale = Math.min(ZOOM_MAX, Math.max(1, old.scale * factor));
      const by = scale / old.scale;
      return { scale, x: px - (px - old.x) * by, y: py - (py - old.y) * by };
    });
  const panBy = (dx: number, dy: number) => change((old) => ({ ...old, x: old.x + dx, y: old.y + dy }));
  /** A point, in shares of the photo, is brought into sight. */
  const show = (shareX: number, shareY: number) =>
    change((old, box) => {
      const middle = (share: number, side: number, at: number) => {
        const seen = share * side * old.scale + at;
        return seen < side * 0.1 || seen > side * 0.9 ? side / 2 - share * side * old.scale : at;
      };
      return { ...old, x: middle(shareX, box.width, old.x), y: middle(shareY, box.height, old.y) };
    });
  useWheel(frame, (event) => zoomAt(WHEEL_STEP ** -event.deltaY, event.clientX, event.clientY));
  return { view, zoomAt, panBy, show, reset: () => setView(WHOLE) };
}

export type ViewControl = ReturnType<typeof useView>;

function bounded(view: View, box: DOMRect): View {
  const clamp = (value: number, side: number) => Math.min(0, Math.max(side * (1 - view.scale), value));
  return { ...view, x: clamp(view.x, box.width), y: clamp(view.y, box.height) };
}

/** React's own wheel listeners cannot stop the page from scrolling. */
function useWheel(frame: React.RefObject<HTMLDivElement | null>, act: (event: WheelEvent) => void): void {
  const onWheel = useEffectEvent((event: WheelEvent) => {
    event.preventDefault();
    act(event);
  });
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const wheel = (event: WheelEvent) => onWheel(event);
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  }, [frame]);
}
