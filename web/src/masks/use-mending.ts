import { useEffect, useMemo, useReducer, useRef } from 'react';
import { paintSpot, spotsBetween, type Brush } from './brush';
import { sideOf } from './edge-side';
import { keep, type MaskPlace } from './draft';
import { MaskDocument, type Box } from './mask-document';
import { RegionClient } from './region-client';

export type Tool = 'add' | 'remove' | 'brush' | 'eraser';

export interface Pen {
  tool: Tool;
  size: number;
  softness: number;
  followsEdges: boolean;
}

interface Point {
  x: number;
  y: number;
}

/** Strokes are kept a moment after the last one, not during it. */
const KEEP_AFTER_MS = 400;

/** A mask that is mended, and everything that can be done to it. `draw` is told what has become different. */
export function useMending(place: MaskPlace, photo: ImageData, levels: Uint8Array, draw: (box: Box) => void) {
  const [, update] = useReducer((count: number) => count + 1, 0);
  const mask = useMemo(() => new MaskDocument(levels, photo.width, photo.height), [levels, photo]);
  const region = useRegion(photo);
  const keeping = useKeeping(place, mask);
  const stroke = useRef<{ last: Point; side: ReturnType<typeof sideOf> | null } | null>(null);
  const changed = (box: Box | null) => {
    if (box === null) return;
    draw(box);
    keeping.later();
    update();
  };
  const brushOf = (pen: Pen, pressure: number): Brush => ({
    size: pen.size * pressure,
    softness: pen.softness,
    erases: pen.tool === 'eraser',
  });
  return {
    mask,
    keeping,
    begin(at: Point, pen: Pen, pressure: number) {
      mask.begin();
      stroke.current = { last: at, side: pen.followsEdges ? sideOf(photo, at.x, at.y) : null };
      draw(paintSpot(mask, at.x, at.y, brushOf(pen, pressure), stroke.current.side));
    },
    move(at: Point, pen: Pen, pressure: number) {
      if (stroke.current === null) return;
      const brush = brushOf(pen, pressure);
      for (const spot of spotsBetween(stroke.current.last, at, brush.size))
        draw(paintSpot(mask, spot.x, spot.y, brush, stroke.current.side));
      stroke.current.last = at;
    },
    end() {
      if (stroke.current === null) return;
      stroke.current = null;
      if (mask.end()) changed({ left: 0, top: 0, right: 0, bottom: 0 });
    },
    abort() {
      stroke.current = null;
      const box = mask.abort();
      if (box !== null) draw(box);
    },
    /** The share of the photo that became different. */
    async click(at: Point, adds: boolean): Promise<number> {
      const pixel = Math.floor(at.y) * mask.width + Math.floor(at.x);
      const made = { at: pixel, adds };
      const next = await region.current?.click(mask.levels, made, mask.clicks);
      if (next === undefined) return 0;
      const before = mask.levels.slice();
      if (mask.replace(next, made)) changed(mask.whole);
      return before.reduce((count, level, i) => count + (level === next[i] ? 0 : 1), 0) / before.length;
    },
    undo: () => changed(mask.undo()),
    redo: () => changed(mask.redo()),
    png: async () => {
      const bytes = await region.current?.png(mask.levels);
      return new Blob(bytes === undefined ? [] : [bytes], { type: 'image/png' });
    },
  };
}

export type Mending = ReturnType<typeof useMending>;

function useRegion(photo: ImageData) {
  const region = useRef<RegionClient | null>(null);
  useEffect(() => {
    const client = new RegionClient(photo);
    region.current = client;
    return () => client.close();
  }, [photo]);
  return region;
}

/** Keeps what is not saved, so that nothing is lost by a reload; where that is impossible, the browser asks before it. */
function useKeeping(place: MaskPlace, mask: MaskDocument) {
  const timer = useRef(0);
  const isUnkept = useRef(false);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => isUnkept.current && event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);
  const now = async () => {
    clearTimeout(timer.current);
    if (!isUnkept.current) return;
    if (await keep(place, { strokes: mask.levels.slice() })) isUnkept.current = false;
  };
  return {
    later: () => {
      isUnkept.current = true;
      clearTimeout(timer.current);
      timer.current = window.setTimeout(() => void now(), KEEP_AFTER_MS);
    },
    now,
    /** Saved, or thrown away. */
    forget: () => {
      clearTimeout(timer.current);
      isUnkept.current = false;
    },
  };
}
