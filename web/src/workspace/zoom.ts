/** Where content lies in its frame: its size times `scale`, moved by `x` and `y` CSS pixels from the frame's corner. */
export interface View {
  scale: number;
  x: number;
  y: number;
}

/** Of CSS pixels: the frame, and the content in it at scale 1. */
export interface Sizes {
  frame: Size;
  content: Size;
  /** How far one may look into the content. */
  scaleMax: number;
}

export interface Size {
  width: number;
  height: number;
}

export const WHOLE: View = { scale: 1, x: 0, y: 0 };

/** CSS pixels of one pixel of the photo at the deepest zoom: each can be told, and there is nothing more to see. */
const PIXEL_MAX = 4;
/** A photo of few pixels can be looked into too. */
const SCALE_LEAST_MAX = 4;

/** The content as large as its frame allows, as wide as high as the photo is. */
export function fitted(frame: Size, photo: Size): Sizes {
  const fit = Math.min(frame.width / photo.width, frame.height / photo.height);
  const content = { width: photo.width * fit, height: photo.height * fit };
  return { frame, content, scaleMax: Math.max(SCALE_LEAST_MAX, PIXEL_MAX / Math.max(fit, 1e-3)) };
}

/** Content that is smaller than its frame lies in its middle; larger content leaves no gap at its edges. */
export function bounded(view: View, { frame, content, scaleMax }: Sizes): View {
  const scale = Math.min(scaleMax, Math.max(1, view.scale));
  const along = (value: number, side: number, length: number) =>
    length <= side ? (side - length) / 2 : Math.min(0, Math.max(side - length, value));
  return {
    scale,
    x: along(view.x, frame.width, content.width * scale),
    y: along(view.y, frame.height, content.height * scale),
  };
}

/** Grown by a factor around a place of the frame, which stays where it is. */
export function scaledAt(view: View, factor: number, px: number, py: number, sizes: Sizes): View {
  const old = bounded(view, sizes);
  const scale = Math.min(sizes.scaleMax, Math.max(1, old.scale * factor));
  const by = scale / old.scale;
  return bounded({ scale, x: px - (px - old.x) * by, y: py - (py - old.y) * by }, sizes);
}

export function moved(view: View, dx: number, dy: number, sizes: Sizes): View {
  const old = bounded(view, sizes);
  return bounded({ ...old, x: old.x + dx, y: old.y + dy }, sizes);
}

/** Of what a wheel or a pinch on a trackpad says; a browser tells the latter as a wheel with Ctrl and small steps. */
export function wheelFactor({
  deltaY,
  deltaMode,
  ctrlKey,
}: Pick<WheelEvent, 'deltaY' | 'deltaMode' | 'ctrlKey'>): number {
  const pixels = deltaMode === 1 ? deltaY * LINE_PX : deltaY;
  return Math.exp(-Math.max(-WHEEL_MOST_PX, Math.min(WHEEL_MOST_PX, pixels)) * (ctrlKey ? 0.01 : 0.0015));
}

const LINE_PX = 16;
const WHEEL_MOST_PX = 240;
