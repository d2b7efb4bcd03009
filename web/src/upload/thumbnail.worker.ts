import { photoType } from './photo-type';

/** Twice what a card is wide, for fine screens. */
const WIDTH = 400;
/** A JPEG is decoded at the eighth, quarter or half of its size that has about so many pixels. */
const ABOUT = { desiredWidth: 2 * WIDTH, desiredHeight: 2 * WIDTH };

/** Large photos take hundreds of megabytes while they are decoded; one at a time. */
let queue: Promise<void> = Promise.resolve();

self.onmessage = ({ data }: MessageEvent<{ id: number; file: Blob }>) => {
  queue = queue.then(async () => {
    const small = await shrink(data.file).catch(() => null);
    self.postMessage({ id: data.id, small });
  });
};

async function shrink(file: Blob): Promise<Blob> {
  const picture = await decode(file);
  const wide = 'displayWidth' in picture ? picture.displayWidth : picture.width;
  const high = 'displayHeight' in picture ? picture.displayHeight : picture.height;
  const canvas = new OffscreenCanvas(WIDTH, Math.max(1, Math.round((WIDTH * high) / wide)));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
}

/** Never at full size where the browser can help it: 48 megapixels are 192 MB. */
async function decode(file: Blob): Promise<VideoFrame | ImageBitmap> {
  const type = await photoType(file);
  if (type === 'image/jpeg' && 'ImageDecoder' in self) {
    const decoder = new ImageDecoder({ data: file.stream(), type, ...ABOUT });
    try {
      return (await decoder.decode()).image;
    } catch {
      // A browser may refuse what its older way of decoding takes.
    } finally {
      decoder.close();
    }
  }
  return createImageBitmap(file, {
    resizeWidth: WIDTH,
    resizeQuality: 'medium',
    imageOrientation: 'from-image',
  });
}
