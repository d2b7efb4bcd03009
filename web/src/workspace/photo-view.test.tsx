import { QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, test, vi } from 'vitest';
import { queryClient } from '../api/queries';
import { useFound, usePixels, type Ready } from './photo-view';

afterEach(() => vi.unstubAllGlobals());

function Probe() {
  usePixels('job', 0, 'http://store/photo.jpg');
  return null;
}

test('a kept answer that is refused is passed by', async () => {
  const asked: (RequestCache | undefined)[] = [];
  vi.stubGlobal('fetch', (_: string, options?: RequestInit) => {
    asked.push(options?.cache);
    return Promise.reject(new TypeError('Failed to fetch'));
  });
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const root = createRoot(document.createElement('div'));

  await act(async () => {
    root.render(
      <QueryClientProvider client={queryClient}>
        <Probe />
      </QueryClientProvider>,
    );
    await Promise.resolve();
  });

  await vi.waitFor(() => expect(asked).toEqual([undefined, 'reload']));
  act(() => root.unmount());
});

test('what is known of a photo stays while the album is asked for, and is not taken for that of another', () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('fetch', () => new Promise(() => {}));
  queryClient.setQueryData(['instances', 'kept', 0, false], [{ instance_id: 'Lamp-1', concept: 'Lamp' }]);
  queryClient.setQueryData(['instances', 'bare', 0, false], []);
  const photo = { image: {} as ImageData, width: 1, height: 1 };
  const seen: unknown[] = [];
  function Told({ job, idx, ready }: { job: string; idx: number; ready: Ready }) {
    seen.push(useFound(job, idx, photo, ready)?.length);
    return null;
  }
  const root = createRoot(document.createElement('div'));
  const told = (job: string, idx: number, ready: Ready) => {
    act(() =>
      root.render(
        <QueryClientProvider client={queryClient}>
          <Told job={job} idx={idx} ready={ready} />
        </QueryClientProvider>,
      ),
    );
    return seen.at(-1);
  };
  expect(told('kept', 0, 'photo')).toBe(1);
  expect(told('kept', 0, 'album')).toBe(1);
  expect(told('kept', 1, 'album')).toBeUndefined();
  expect(told('bare', 0, 'photo')).toBeUndefined();
  expect(told('bare', 0, 'album')).toBeUndefined();
  act(() => root.unmount());
});

test('that nothing was told of a photo means that nothing is there only when the album was looked at', () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  for (const whole of [false, true]) queryClient.setQueryData(['instances', 'told', 0, whole], []);
  const photo = { image: {} as ImageData, width: 1, height: 1 };
  const seen = new Map<Ready, unknown>();
  function Told({ ready }: { ready: Ready }) {
    seen.set(ready, useFound('told', 0, photo, ready));
    return null;
  }
  const root = createRoot(document.createElement('div'));
  for (const ready of ['photo', 'album'] as const)
    act(() =>
      root.render(
        <QueryClientProvider client={queryClient}>
          <Told ready={ready} />
        </QueryClientProvider>,
      ),
    );
  expect(seen.get('photo')).toBeUndefined();
  expect(seen.get('album')).toEqual([]);
  act(() => root.unmount());
});
