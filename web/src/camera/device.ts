/** Why there is no picture of a camera. */
export type Trouble = 'insecure' | 'denied' | 'absent' | 'busy';
export type Facing = 'environment' | 'user';
export type Light = 'off' | 'auto' | 'on';

export interface Lens {
  id: string;
  label: string;
}

/** What getUserMedia was refused with, as a reason that somebody can do something about. */
export function troubleOf(failure: unknown): Trouble {
  switch (failure instanceof DOMException ? failure.name : '') {
    case 'SecurityError':
      return 'insecure';
    case 'NotAllowedError':
      return 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'absent';
    default:
      return 'busy';
  }
}

export function asLens({ kind, deviceId, label }: MediaDeviceInfo): Lens[] {
  return kind === 'videoinput' && deviceId !== '' ? [{ id: deviceId, label }] : [];
}

/** Neither is in the types of the DOM that TypeScript brings. */
type Capabilities = MediaTrackCapabilities & { torch?: boolean };
interface StillCapture {
  getPhotoCapabilities: () => Promise<{ fillLightMode?: ('auto' | 'off' | 'flash')[] }>;
  takePhoto: (settings?: { fillLightMode?: 'auto' | 'off' | 'flash' }) => Promise<Blob>;
}

/** Takes stills of a track; null in browsers that only have its frames. */
export function stillsOf(track: MediaStreamTrack): StillCapture | null {
  const { ImageCapture } = window as { ImageCapture?: new (track: MediaStreamTrack) => StillCapture };
  return ImageCapture === undefined ? null : new ImageCapture(track);
}

/** What light a camera gives: a flash that goes with the picture, or a lamp that burns until it is turned off. */
export interface Lighting {
  modes: readonly Light[];
  isFlash: boolean;
}

/**
 * Only capabilities count: a browser may know the constraint without the device having a lamp (WebKit says so of every
 * one).
 */
export async function lightingOf(track: MediaStreamTrack): Promise<Lighting> {
  const photo = await stillsOf(track)
    ?.getPhotoCapabilities()
    .catch(() => null);
  const fill = photo?.fillLightMode ?? [];
  if (fill.includes('flash'))
    return { modes: fill.includes('auto') ? ['off', 'auto', 'on'] : ['off', 'on'], isFlash: true };
  const { torch } = (track.getCapabilities as (() => Capabilities) | undefined)?.call(track) ?? {};
  return { modes: torch === true ? ['off', 'on'] : [], isFlash: false };
}

export async function torchOf(track: MediaStreamTrack, on: boolean): Promise<void> {
  await track
    .applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] })
    .catch(() => undefined);
}
