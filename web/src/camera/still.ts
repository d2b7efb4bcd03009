import { stillsOf, type Light } from './device';

const QUALITY = 0.92;
/** The largest canvas of iOS, in pixels; beyond it a picture is black. */
const CANVAS_MAX = 16_777_216;
/** Some devices never answer. */
const ANSWER_MAX_MS = 4000;
const FILL = { off: 'off', auto: 'auto', on: 'flash' } as const;

/** What the camera sees now, as a JPEG: its own still where it takes one, else a frame of the preview. */
export async function takeStill(
  track: MediaStreamTrack,
  video: HTMLVideoElement,
  light: Light | null,
): Promise<File> {
  const still = await ownStill(track, light);
  const jpeg = still?.type === 'image/jpeg' ? still : await asJpeg(still ?? video);
  return new File([jpeg], nameOf(new Date()), { type: 'image/jpeg' });
}

async function ownStill(track: MediaStreamTrack, light: Light | null): Promise<Blob | null> {
  const stills = stillsOf(track);
  if (stills === null) return null;
  const settings = light === null ? {} : { fillLightMode: FILL[light] };
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), ANSWER_MAX_MS));
  return Promise.race([stills.takePhoto(settings).catch(() => null), late]);
}

async function asJpeg(source: Blob | HTMLVideoElement): Promise<Blob> {
  const bitmap = await createImageBitmap(source);
  const scale = Math.min(1, Math.sqrt(CANVAS_MAX / (bitmap.width * bitmap.height)));
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(bitmap.width * scale);
  canvas.height = Math.floor(bitmap.height * scale);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('still')) : resolve(blob)),
      'image/jpeg',
      QUALITY,
    ),
  );
}

/** Such as photo-20260401-153012-250.jpg: in order, and two within a second are two. */
function nameOf(at: Date): string {
  const [day = '', time = ''] = at.toISOString().split('T');
  return `photo-${day.replaceAll('-', '')}-${time.slice(0, 8).replaceAll(':', '')}-${time.slice(9, 12)}.jpg`;
}
