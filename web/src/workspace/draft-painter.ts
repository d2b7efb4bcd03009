import type { Action } from '../rules/rule';
import { fromHex, luminance, toCode, toLinear, type Rgb } from './color';

/** One concept of the rule, and the pixels that it has. */
export interface Layer {
  action: Action;
  /** What a material is called after: its colour. */
  color: Rgb | null;
  /** The surface's own luminance where it shows its colour. */
  anchor: number;
}

/** As the server's `recolor`: the share of the surface that is darker than where it shows exactly the colour. */
export const ANCHOR = 0.65;

/** Where something was painted. */
export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Pixels as one number each, in the order of this machine's bytes. */
type Table = Uint32Array<ArrayBuffer>;
/** By the luminance of a pixel, or by each of its channels. */
type Tables = { light: Table } | { red: Table; green: Table; blue: Table };

function pixelOf(r: number, g: number, b: number): number {
  return new Uint32Array(Uint8Array.of(r, g, b, 255).buffer)[0] ?? 0;
}

/**
 * Paints the draft of a rule: the colour times the light that lies on the surface, so that shadow and texture stay. While
 * a colour is dragged only a table is made anew, and only the pixels of its concept are painted.
 */
export class DraftPainter {
  readonly image: ImageData;
  private readonly from: Uint32Array;
  private readonly to: Uint32Array;
  private readonly light: Uint8Array;
  private readonly boxes: readonly Rect[];
  private painted: readonly string[];

  /** `owners` has the number of a layer, from 1, at each pixel. */
  constructor(
    private readonly photo: ImageData,
    private readonly owners: Uint8Array,
    layers: number,
  ) {
    this.image = new ImageData(new Uint8ClampedArray(photo.data), photo.width, photo.height);
    this.from = new Uint32Array(photo.data.buffer);
    this.to = new Uint32Array(this.image.data.buffer);
    this.light = lightOf(photo);
    this.boxes = boxesOf(owners, photo.width, layers);
    this.painted = Array.from({ length: layers }, () => '');
  }

  /** Paints the layers that differ from those of the last time; gives where. */
  paint(layers: readonly Layer[]): Rect[] {
    const wanted = layers.map((layer) => JSON.stringify(layer));
    const changed = layers.flatMap((layer, i) => {
      const box = this.boxes[i];
      if (box === undefined || wanted[i] === this.painted[i]) return [];
      this.paintLayer(i + 1, tablesOf(layer), box);
      return [box];
    });
    this.painted = wanted;
    return changed;
  }

  private paintLayer(layer: number, tables: Tables, { x, y, width, height }: Rect): void {
    const { owners, from, to, light } = this;
    const { data, width: stride } = this.photo;
    for (let row = y; row < y + height; row++) {
      const end = row * stride + x + width;
      if ('light' in tables) {
        const table = tables.light;
        for (let at = row * stride + x; at < end; at++)
          if (owners[at] === layer) to[at] = table[light[at] ?? 0] ?? from[at] ?? 0;
      } else {
        const { red, green, blue } = tables;
        for (let at = row * stride + x; at < end; at++)
          if (owners[at] === layer)
            to[at] =
              (red[data[at * 4] ?? 0] ?? 0) |
              (green[data[at * 4 + 1] ?? 0] ?? 0) |
              (blue[data[at * 4 + 2] ?? 0] ?? 0);
      }
    }
  }
}

const LIGHT = new WeakMap<ImageData, Uint8Array>();

/** Of the encoded values: near enough for a draft. Made once for a photo, which many designs are drafts of. */
function lightOf(photo: ImageData): Uint8Array {
  const known = LIGHT.get(photo);
  if (known !== undefined) return known;
  const { data } = photo;
  const light = new Uint8Array(data.length / 4);
  for (let pixel = 0, at = 0; pixel < light.length; pixel++, at += 4)
    light[pixel] = Math.round(
      0.2126 * (data[at] ?? 0) + 0.7152 * (data[at + 1] ?? 0) + 0.0722 * (data[at + 2] ?? 0),
    );
  LIGHT.set(photo, light);
  return light;
}

/** The smallest rectangle around the pixels of each layer. */
function boxesOf(owners: Uint8Array, width: number, layers: number): Rect[] {
  const bounds = Array.from({ length: layers }, () => ({
    left: width,
    top: Infinity,
    right: -1,
    bottom: -1,
  }));
  for (let at = 0; at < owners.length; at++) {
    const bound = bounds[(owners[at] ?? 0) - 1];
    if (bound === undefined) continue;
    const x = at % width;
    const y = (at - x) / width;
    if (x < bound.left) bound.left = x;
    if (x > bound.right) bound.right = x;
    if (y < bound.top) bound.top = y;
    if (y > bound.bottom) bound.bottom = y;
  }
  return bounds.map(({ left, top, right, bottom }) =>
    right < 0
      ? { x: 0, y: 0, width: 0, height: 0 }
      : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 },
  );
}

function tablesOf({ action, color, anchor }: Layer): Tables {
  const each = (value: (linear: number, channel: number) => number, channels: readonly number[]) =>
    Uint32Array.from({ length: 256 }, (_, code) => {
      const of = (channel: number) =>
        channels.includes(channel) ? toCode(value(toLinear(code), channel)) : 0;
      return pixelOf(of(0), of(1), of(2));
    });
  const all = [0, 1, 2];
  switch (action.action) {
    case 'recolor':
    case 'texture':
      return {
        light: each(
          (light, channel) => (toLinear(color?.[channel] ?? 0) * light) / Math.max(anchor, 0.01),
          all,
        ),
      };
    case 'background':
      return { light: each((_, channel) => toLinear(color?.[channel] ?? 255), all) };
    case 'tone': {
      const gain = 2 ** (action.exposure ?? 0);
      const contrast = action.contrast ?? 1;
      const warmth = (action.temperature ?? 0) / 400;
      const tint = (action.tint ?? 0) / 400;
      const balance = [1 + warmth + tint / 2, 1 - tint, 1 - warmth + tint / 2];
      const tone = (light: number, channel: number) =>
        0.18 * ((light * gain * (balance[channel] ?? 1)) / 0.18) ** contrast;
      return { red: each(tone, [0]), green: each(tone, [1]), blue: each(tone, [2]) };
    }
    case 'blur':
    case 'remove':
      return {
        red: each((light) => light, [0]),
        green: each((light) => light, [1]),
        blue: each((light) => light, [2]),
      };
  }
}

/** The luminance that {@link ANCHOR} of the layer's pixels stay below. */
export function anchorOf(photo: ImageData, mask: Uint8Array): number {
  const histogram = new Uint32Array(256);
  let count = 0;
  for (let pixel = 0, at = 0; pixel < mask.length; pixel++, at += 4) {
    if (mask[pixel] === 0) continue;
    const { data } = photo;
    const code = Math.round(
      0.2126 * (data[at] ?? 0) + 0.7152 * (data[at + 1] ?? 0) + 0.0722 * (data[at + 2] ?? 0),
    );
    histogram[code] = (histogram[code] ?? 0) + 1;
    count += 1;
  }
  let below = 0;
  for (let code = 0; code < 256; code++) {
    below += histogram[code] ?? 0;
    if (below >= count * ANCHOR) return luminance([code, code, code]);
  }
  return 1;
}

/** The colour that a value means: its own, or that of the material. */
export function colorOf(action: Action, hexOf: (material: string) => string | undefined): Rgb | null {
  if (!('value' in action) || typeof action.value !== 'string') return null;
  return fromHex(action.value) ?? fromHex(hexOf(action.value) ?? '');
}
