import type { Instance } from '../api/queries';
import type { InstanceState } from '../rules/rule';
import type { RegionMap } from './region-map';
import type { View } from './zoom';

/** Eight hues of equal lightness, 45 degrees apart (OKLCH L .78, C .14). One of each and black are 9:1 apart at least, so that
 * whatever lies below, one of the two lines of an outline stands out by 3:1 (WCAG 1.4.11). */
export const HUES: readonly number[] = [
  0xfe90b3, 0xff9968, 0xdab338, 0x90cb6d, 0x23d4bb, 0x2bc9fa, 0x97b2ff, 0xd99bf5,
];
const BLACK = 0x000000;
const WHITE = 0xffffff;
/** Over all that is not protected, where only that is looked at. */
const SCRIM = 0.65;

/** CSS pixels. */
const LINE_PX = 2;
const HALO_PX = 1;
const HATCH_PX = 10;
const DASH_PX = 5;

/** What a pixel of the screen is of its region: two bits for its outline, */
const FILL = 0;
const LINE = 1;
/** where that of what is left out is broken, */
const GAP = 2;
const HALO = 3;
const OUTLINES = [FILL, LINE, GAP, HALO] as const;
/** and two more for what is protected. */
const STRIPE = 4;
const STRIPE_EDGE = 8;
const GUARDED = 12;
const KINDS = 16;

/** The screen over a photo: which region each pixel shows, and which part of it. Made anew when the view changes. */
export interface Screen {
  width: number;
  height: number;
  parts: Uint16Array;
}

/** Device pixels for a CSS pixel; more than two are not told apart in a line, and cost time. */
export function deviceScale(): number {
  return Math.min(2, Math.max(1, window.devicePixelRatio));
}

/** `at` says where the photo lies on the screen and how large a pixel of it is, in device pixels. */
export function screenOf(
  map: RegionMap,
  guarded: Uint8Array,
  { width, height }: Pick<Screen, 'width' | 'height'>,
  at: View,
  device: number,
): Screen {
  const regions = new Uint16Array(width * height);
  const guards = new Uint8Array(width * height);
  const columns = Int32Array.from({ length: width }, (_, x) => Math.floor((x + 0.5 - at.x) / at.scale));
  for (let y = 0; y < height; y++) {
    const row = Math.floor((y + 0.5 - at.y) / at.scale);
    if (row < 0 || row >= map.height) continue;
    for (let x = 0; x < width; x++) {
      const column = columns[x] ?? -1;
      if (column < 0 || column >= map.width) continue;
      regions[y * width + x] = map.labels[row * map.width + column] ?? 0;
      guards[y * width + x] = guarded[row * map.width + column] ?? 0;
    }
  }
  return { width, height, parts: partsOf(regions, guards, width, height, device) };
}

function partsOf(
  regions: Uint16Array,
  guards: Uint8Array,
  width: number,
  height: number,
  device: number,
): Uint16Array {
  const parts = new Uint16Array(regions.length);
  const line = Math.round(LINE_PX * device);
  const halo = line + Math.round(HALO_PX * device);
  const hatch = Math.round(HATCH_PX * device);
  const dash = Math.round(DASH_PX * device);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      const region = regions[at] ?? 0;
      const inside = x >= halo && x < width - halo && y >= halo && y < height - halo;
      let kind = FILL;
      if (region !== 0 && inside && isNear(regions, at, width, line))
        kind = Math.floor((x + y) / dash) % 2 === 0 ? LINE : GAP;
      else if (region !== 0 && inside && isNear(regions, at, width, halo)) kind = HALO;
      if (guards[at] === 1) {
        const place = (x + y) % hatch;
        kind += place < line ? STRIPE : place < line * 2 ? STRIPE_EDGE : GUARDED;
      }
      parts[at] = region * KINDS + kind;
    }
  return parts;
}

/** Whether another region lies so near to a pixel. */
function isNear(regions: Uint16Array, at: number, width: number, distance: number): boolean {
  const region = regions[at];
  return (
    regions[at - distance] !== region ||
    regions[at + distance] !== region ||
    regions[at - distance * width] !== region ||
    regions[at + distance * width] !== region
  );
}

/** How regions look; a change of it paints by a table. */
export interface Look {
  concept: string | null;
  /** It has a color already, which is judged without anything over it. */
  acted: boolean;
  /** Whether it is filled too: beside what the rule changes, a tint would look like one more color of the rule. */
  tinted: boolean;
  stateOf: (id: string) => InstanceState;
  /** From 1, in its concept. */
  numberOf: (id: string) => number;
  highlighted: string | null;
  /** The only one of its concept that is shown. */
  solo: string | null;
  /** 0 to 1. */
  opacity: number;
  onlyProtected: boolean;
}

/** RGBA of each part of each region. */
export function tableOf(map: RegionMap, look: Look): Uint32Array {
  const table = new Uint32Array((map.order.length + 1) * KINDS);
  const stripe = look.onlyProtected ? 0.9 : 0.6;
  for (let label = 0; label <= map.order.length; label++) {
    const at = label * KINDS;
    for (const outline of OUTLINES) {
      table[at + outline + STRIPE] = rgba(WHITE, stripe);
      table[at + outline + STRIPE_EDGE] = rgba(BLACK, stripe);
    }
    const instance = map.order[label - 1]?.instance;
    if (instance !== undefined) fillRegion(table, at, instance, look);
  }
  if (look.onlyProtected) table[FILL] = rgba(BLACK, SCRIM);
  return table;
}

function fillRegion(
  table: Uint32Array,
  at: number,
  { instance_id: id, concept }: Instance,
  look: Look,
): void {
  const isHighlighted = look.highlighted === id;
  const isChosen = concept === look.concept && !look.acted && (look.solo === null || look.solo === id);
  if (!isChosen && !isHighlighted) return;
  const hue = HUES[(look.numberOf(id) - 1) % HUES.length] ?? WHITE;
  const isLeft = look.stateOf(id) === 'exclude';
  const strength = isHighlighted ? Math.min(0.8, look.opacity + 0.2) : look.opacity;
  const isFilled = isChosen && (isHighlighted || (look.tinted && !isLeft));
  const fill = isFilled ? rgba(hue, strength) : 0;
  const line = rgba(isHighlighted ? WHITE : hue, 1);
  table[at + FILL] = fill;
  table[at + GUARDED] = fill;
  // An outline lies over the hatching.
  for (const guard of [0, STRIPE, STRIPE_EDGE, GUARDED]) {
    table[at + guard + LINE] = line;
    table[at + guard + GAP] = isLeft ? rgba(BLACK, 1) : line;
    table[at + guard + HALO] = rgba(isHighlighted && !look.acted ? hue : BLACK, 1);
  }
}

function rgba(color: number, alpha: number): number {
  const [r, g, b] = [color >> 16, (color >> 8) & 255, color & 255];
  return ((Math.round(alpha * 255) << 24) | (b << 16) | (g << 8) | r) >>> 0;
}

/** The whole repaint of a change of looks: one look-up for each pixel. */
export function paintScreen({ parts }: Screen, table: Uint32Array, into: ImageData): void {
  const pixels = new Uint32Array(into.data.buffer);
  for (let at = 0; at < parts.length; at++) pixels[at] = table[parts[at] ?? 0] ?? 0;
}
