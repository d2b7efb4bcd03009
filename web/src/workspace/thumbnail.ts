import type { FoundInstance, PhotoPixels } from './photo-view';

/** Twice its size on the screen. */
export const THUMBNAIL_PX = 112;
/** Of the box, on each side, so that what is around tells where it is. */
const MARGIN = 0.15;
/** Of what is around. */
const AROUND_ALPHA = 70;

/** An instance cut out of its photo; what is around it is faint. */
export function drawThumbnail(
  canvas: HTMLCanvasElement,
  { instance, paint }: FoundInstance,
  photo: PhotoPixels,
): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  const mask = new Uint8Array(photo.width * photo.height);
  paint(mask, 1);
  const [x = 0, y = 0, w = 0, h = 0] = instance.box;
  const scale = photo.width / (instance.rle?.size[1] ?? photo.width);
  const side = Math.max(w, h, 1) * scale * (1 + 2 * MARGIN);
  const left = (x + w / 2) * scale - side / 2;
  const top = (y + h / 2) * scale - side / 2;
  const pixels = context.createImageData(canvas.width, canvas.height);
  for (let at = 0; at < canvas.width * canvas.height; at++) {
    const column = Math.floor(left + (((at % canvas.width) + 0.5) * side) / canvas.width);
    const row = Math.floor(top + ((Math.floor(at / canvas.width) + 0.5) * side) / canvas.height);
    if (column < 0 || row < 0 || column >= photo.width || row >= photo.height) continue;
    const from = row * photo.width + column;
    for (let channel = 0; channel < 3; channel++)
      pixels.data[at * 4 + channel] = photo.image.data[from * 4 + channel] ?? 0;
    pixels.data[at * 4 + 3] = mask[from] === 1 ? 255 : AROUND_ALPHA;
  }
  context.putImageData(pixels, 0, 0);
}
