import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CameraFlow } from './camera-flow';

interface FakeTrack {
  stop: () => void;
  stopped: boolean;
}

let given: FakeTrack[];
let asked: MediaStreamConstraints[];
let refuse: string | null;
let torch: boolean;

function stream(): MediaStream {
  const track = Object.assign(new EventTarget(), {
    stopped: false,
    stop: () => void (track.stopped = true),
    getSettings: () => ({ facingMode: 'environment' }),
    getCapabilities: () => ({ torch }),
    applyConstraints: () => Promise.resolve(),
  });
  given.push(track);
  return { getVideoTracks: () => [track], getTracks: () => [track] } as unknown as MediaStream;
}

beforeEach(() => {
  given = [];
  asked = [];
  refuse = null;
  torch = false;
  vi.stubGlobal('navigator', {
    mediaDevices: {
      getUserMedia: (wanted: MediaStreamConstraints) => {
        asked.push(wanted);
        const name = refuse;
        refuse = null;
        return name === null ? Promise.resolve(stream()) : Promise.reject(new DOMException('', name));
      },
      enumerateDevices: () => Promise.resolve([]),
    },
  });
});

afterEach(() => vi.unstubAllGlobals());

test('a camera is asked for once, and let go when the page is left', async () => {
  const flow = new CameraFlow();
  await flow.start();
  expect(flow.get().is).toBe('live');
  expect(asked).toHaveLength(1);
  flow.stop();
  expect(given.map(({ stopped }) => stopped)).toEqual([true]);
  expect(flow.get().is).toBe('off');
});

test('a camera that comes after the page was left is let go', async () => {
  const flow = new CameraFlow();
  const starting = flow.start();
  flow.stop();
  await starting;
  expect(given.map(({ stopped }) => stopped)).toEqual([true]);
  expect(flow.get().is).toBe('off');
});

test.each([
  ['NotAllowedError', 'denied'],
  ['NotFoundError', 'absent'],
  ['OverconstrainedError', 'absent'],
  ['NotReadableError', 'busy'],
])('%s is told as %s', async (name, trouble) => {
  refuse = name;
  const flow = new CameraFlow();
  await flow.start();
  expect(flow.get()).toEqual({ is: 'trouble', trouble });
});

test('a page without TLS has no cameras to ask for', async () => {
  vi.stubGlobal('navigator', {});
  const flow = new CameraFlow();
  await flow.start();
  expect(flow.get()).toEqual({ is: 'trouble', trouble: 'insecure' });
});

test('the other side is had after the first is let go; when it cannot be had, the first is taken back', async () => {
  const flow = new CameraFlow();
  await flow.start();
  refuse = 'NotReadableError';
  await flow.flip();
  expect(flow.get().is).toBe('live');
  expect(given.map(({ stopped }) => stopped)).toEqual([true, false]);
  const sides = asked.map(
    ({ video }) => ((video as MediaTrackConstraints).facingMode as { ideal: string }).ideal,
  );
  expect(sides).toEqual(['environment', 'user', 'environment']);
});

test.each([
  [true, ['off', 'on']],
  [false, []],
])('light is offered where the camera has one: %s', async (has, modes) => {
  torch = has;
  const flow = new CameraFlow();
  await flow.start();
  expect(flow.get()).toMatchObject({ lighting: { modes, isFlash: false }, light: 'off' });
});
