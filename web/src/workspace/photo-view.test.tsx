import { QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, test, vi } from 'vitest';
import { queryClient } from '../api/queries';
import { usePixels } from './photo-view';

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
