import {
  asLens,
  lightingOf,
  torchOf,
  troubleOf,
  type Facing,
  type Lens,
  type Light,
  type Lighting,
  type Trouble,
} from './device';

/** What the camera is at. */
export type CameraState =
  | { is: 'off' | 'starting' }
  | { is: 'trouble'; trouble: Trouble }
  | {
      is: 'live';
      stream: MediaStream;
      track: MediaStreamTrack;
      /** Those that can be chosen, once there is leave to know them. */
      lenses: readonly Lens[];
      lighting: Lighting;
      light: Light;
    };

/** Which camera is wanted: one side of the device, or a certain lens. */
type Wish = { facing: Facing } | { lens: string };

/** More than any plan needs; a camera gives what it has. */
const WIDTH = 3840;
const HEIGHT = 2160;

/**
 * The camera of the device while a page shows it. It is asked for once a visit, by a gesture; it is let go when the page is
 * hidden or left, because the others on the device cannot have it meanwhile and its lamp is on.
 */
export class CameraFlow {
  private state: CameraState = { is: 'off' };
  private readonly listeners = new Set<() => void>();
  private wish: Wish = { facing: 'environment' };
  /** Counts what was begun, so that an answer which comes after a stop is let go. */
  private turn = 0;

  readonly get = (): CameraState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  async start(): Promise<void> {
    const mine = ++this.turn;
    this.set({ is: 'starting' });
    try {
      const stream = await open(this.wish);
      if (mine === this.turn) await this.show(stream);
      else release(stream);
    } catch (failure) {
      if (mine === this.turn) this.set({ is: 'trouble', trouble: troubleOf(failure) });
    }
  }

  readonly stop = (): void => {
    this.turn++;
    this.letGo();
    if (this.state.is !== 'trouble') this.set({ is: 'off' });
  };

  /** The other side of the device. */
  flip(): Promise<void> {
    const facing = this.state.is === 'live' ? this.state.track.getSettings().facingMode : undefined;
    return this.change({ facing: facing === 'user' ? 'environment' : 'user' });
  }

  choose(lens: string): Promise<void> {
    return this.change({ lens });
  }

  async setLight(light: Light): Promise<void> {
    if (this.state.is !== 'live') return;
    const { track, lighting } = this.state;
    this.set({ ...this.state, light });
    if (!lighting.isFlash) await torchOf(track, light === 'on');
  }

  /** Phones have one camera at a time: the old one is let go first, and taken back when the new one cannot be had. */
  private async change(wish: Wish): Promise<void> {
    const before = this.wish;
    this.letGo();
    this.wish = wish;
    await this.start();
    if (this.state.is === 'live' || this.state.is === 'off') return;
    this.wish = before;
    await this.start();
  }

  private async show(stream: MediaStream): Promise<void> {
    const mine = this.turn;
    const [track] = stream.getVideoTracks();
    if (track === undefined) throw new DOMException('', 'NotFoundError');
    const [devices, lighting] = await Promise.all([
      navigator.mediaDevices.enumerateDevices(),
      lightingOf(track),
    ]);
    if (mine !== this.turn) return release(stream);
    track.addEventListener('ended', this.stop);
    this.set({ is: 'live', stream, track, lenses: devices.flatMap(asLens), lighting, light: 'off' });
  }

  private letGo(): void {
    if (this.state.is !== 'live') return;
    this.state.track.removeEventListener('ended', this.stop);
    release(this.state.stream);
  }

  private set(state: CameraState): void {
    this.state = state;
    this.listeners.forEach((listener) => listener());
  }
}

function open(wish: Wish): Promise<MediaStream> {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (devices === undefined) throw new DOMException('', 'SecurityError');
  // Not "exact", which fails on a device that has no such camera.
  const which = 'lens' in wish ? { deviceId: { exact: wish.lens } } : { facingMode: { ideal: wish.facing } };
  const size = { width: { ideal: WIDTH }, height: { ideal: HEIGHT } };
  return devices.getUserMedia({ video: { ...which, ...size }, audio: false });
}

function release(stream: MediaStream): void {
  stream.getTracks().forEach((track) => track.stop());
}
