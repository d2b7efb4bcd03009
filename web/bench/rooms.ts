import { decode } from 'fast-png';
import { decode as decodeJpeg } from 'jpeg-js';
import { readFileSync } from 'node:fs';
import { paintMask } from '../src/workspace/rle';
import models from './model-masks.json';

const SAMPLES = new URL('../../activities-gpu/models/lite/samples/', import.meta.url);

export const SURFACES = ['Wall', 'Floor'] as const;
export type Surface = (typeof SURFACES)[number];

/** The sample rooms, whose truth is rendered with them. */
export const ROOMS = Object.keys(models) as (keyof typeof models)[];
export type Room = (typeof ROOMS)[number];

export function photoOf(room: Room): ImageData {
  const { data, width, height } = decodeJpeg(readFileSync(new URL(`${room}.jpg`, SAMPLES)), {
    useTArray: true,
  });
  return { data: new Uint8ClampedArray(data.buffer), width, height, colorSpace: 'srgb' } as ImageData;
}

/** 255 where it is. */
export function truthOf(room: Room, surface: Surface): Uint8Array {
  const { data } = decode(readFileSync(new URL(`masks/${room}/${surface}.png`, SAMPLES)));
  return Uint8Array.from(data, (level) => (level >= 128 ? 255 : 0));
}

/** What the bundled network found, as the studio gets it; `node bench/model-masks.mjs URL` asks a running product anew. */
export function modelMaskOf(room: Room, surface: Surface): Uint8Array {
  const found = models[room][surface];
  const [height = 0, width = 0] = found.size;
  const mask = new Uint8Array(width * height);
  paintMask(found, 255, mask, width, height);
  return mask;
}
