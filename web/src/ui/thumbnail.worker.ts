import { photoType } from './photo-type';

interface Asked {
  id: number;
  file: Blob;
  width: number;
}

/** Large photos take hundreds of megabytes while they are decoded; one at a time. */
let queue: Promise<void> = Promise.resolve();

self.onmessage = ({ data }: MessageEvent<Asked>) => {
  queue = queue.then(async () => {
    const small = await shrink(data).catch(() => null);
    self.postMessage({ id: data.id, small });
  });
};

async function shrink(asked: Asked): Promise<Blob> {
  const { width } = asked;
  const picture = await decode(asked);
  const wide = 'displayWidth' in picture ? picture.displayWidth : picture.width;
  const high = 'displayHeight' in picture ? picture.displayHeight : picture.height;
  const canvas = new OffscreenCanvas(width, Math.max(1, Math.round((width * high) / wide)));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
}

/** Never at full size where the browser can help it: 48 megapixels are 192 MB. */
async function decode({ file, width }: Asked): Promise<VideoFrame | ImageBitmap> {
  const type = await photoType(file);
  if (type === 'image/jpeg' && 'ImageDecoder' in self) {
    const decoder = new ImageDecoder({
      data: file.stream(),
      type,
      // A JPEG is decoded at the eighth, quarter or half of its size that has about so many pixels.
      desiredWidth: 2 * width,
      desiredHeight: 2 * width,
    });
    try {
      return (await decoder.decode()).image;
    } catch {
      // A browser may refuse what its older way of decoding takes.
    } finally {
      decoder.close();
    }
  }
  return createImageBitmap(file, {
    resizeWidth: width,
    resizeQuality: 'medium',
    imageOrientation: 'from-image',
  });
}
