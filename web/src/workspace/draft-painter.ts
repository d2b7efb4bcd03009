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

/** Of light 0 to 1 to a code of 0 to 255, for each of 256 luminances and three channels. */
type Table = Uint8ClampedArray;

/**
 * Paints the draft of a rule: the colour times the light that lies on the surface, so that shadow and texture stay. Only a
 * table is made anew while a colour is dragged. `owners` has the number of a layer, from 1, at each pixel.
 */
export function paintDraft(
  photo: ImageData,
  owners: Uint8Array,
  layers: readonly Layer[],
  into: ImageData,
): void {
  const tables = layers.map(tableOf);
  const from = photo.data;
  const to = into.data;
  to.set(from);
  for (let pixel = 0, at = 0; pixel < owners.length; pixel++, at += 4) {
    const table = tables[(owners[pixel] ?? 0) - 1];
    if (table === undefined) continue;
    const r = from[at] ?? 0;
    const g = from[at + 1] ?? 0;
    const b = from[at + 2] ?? 0;
    if (table.perChannel) {
      to[at] = table.codes[r * 3] ?? 0;
      to[at + 1] = table.codes[g * 3 + 1] ?? 0;
      to[at + 2] = table.codes[b * 3 + 2] ?? 0;
    } else {
      // Of the encoded values: near enough for a draft, and no table look-up.
      const light = Math.round(0.2126 * r + 0.7152 * g + 0.0722 * b) * 3;
      to[at] = table.codes[light] ?? 0;
      to[at + 1] = table.codes[light + 1] ?? 0;
      to[at + 2] = table.codes[light + 2] ?? 0;
    }
  }
}

function tableOf(layer: Layer): { codes: Table; perChannel: boolean } {
  const codes = new Uint8ClampedArray(256 * 3);
  const each = (value: (linear: number, channel: number) => number) => {
    for (let code = 0; code < 256; code++)
      for (let channel = 0; channel < 3; channel++)
        codes[code * 3 + channel] = toCode(value(toLinear(code), channel));
  };
  const { action, color, anchor } = layer;
  switch (action.action) {
    case 'recolor':
    case 'texture':
      each((light, channel) => (toLinear(color?.[channel] ?? 0) * light) / Math.max(anchor, 0.01));
      return { codes, perChannel: false };
    case 'background':
      each((_, channel) => toLinear(color?.[channel] ?? 255));
      return { codes, perChannel: false };
    case 'tone': {
      const gain = 2 ** (action.exposure ?? 0);
      const contrast = action.contrast ?? 1;
      const warmth = (action.temperature ?? 0) / 400;
      const balance = [1 + warmth, 1, 1 - warmth];
      each((light, channel) => 0.18 * ((light * gain * (balance[channel] ?? 1)) / 0.18) ** contrast);
      return { codes, perChannel: true };
    }
    case 'blur':
      each((light) => light);
      return { codes, perChannel: true };
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
