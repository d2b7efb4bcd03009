import { encode } from 'fast-png';
import { clicked, type Click } from './region';
import { segmentsOf, type Segments } from './segments';

/** What the page asks for; `photo` comes first and has no answer of its own. */
export type Ask =
  | { ask: 'photo'; photo: ImageData }
  | { ask: 'click'; id: number; mask: Uint8Array<ArrayBuffer>; click: Click; earlier: Click[] }
  | { ask: 'png'; id: number; mask: Uint8Array<ArrayBuffer>; width: number; height: number };

export interface Answer {
  id: number;
  bytes: Uint8Array<ArrayBuffer>;
}

let segments: Segments | null = null;

addEventListener('message', ({ data }: MessageEvent<Ask>) => {
  switch (data.ask) {
    case 'photo':
      segments = segmentsOf(data.photo);
      break;
    case 'click':
      if (segments !== null) answer(data.id, clicked(segments, data.mask, data.click, data.earlier));
      break;
    case 'png':
      answer(data.id, pngOf(data.mask, data.width, data.height));
      break;
  }
});

/** As the server takes masks: 8 bits of grey, without transparency, which a canvas does not write. */
function pngOf(data: Uint8Array, width: number, height: number): Uint8Array {
  return encode({ width, height, data, depth: 8, channels: 1 });
}

function answer(id: number, bytes: Uint8Array): void {
  const whole = bytes.slice();
  const message: Answer = { id, bytes: whole };
  postMessage(message, { transfer: [whole.buffer] });
}
