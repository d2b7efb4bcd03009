import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { beforeEach, expect, test, vi } from 'vitest';
import { en } from '../i18n/en';
import { LinkedImage } from './linked-image';

let shown: HTMLElement;
let root: Root;
const renew = vi.fn<() => Promise<void>>();

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  renew.mockReset().mockResolvedValue();
  shown = document.createElement('div');
  root = createRoot(shown);
});

function show(src: string): Promise<void> {
  return act(() => Promise.resolve(root.render(<LinkedImage src={src} alt="Photo 1" renew={renew} />)));
}

function happens(event: string): Promise<void> {
  return act(() => Promise.resolve(void shown.querySelector('img')?.dispatchEvent(new Event(event))));
}

test('a link that ended is renewed once, and its picture is shown', async () => {
  await show('/o/0.png?s=1');
  await happens('error');
  await show('/o/0.png?s=2');
  await happens('load');

  expect(renew).toHaveBeenCalledTimes(1);
  expect(shown.querySelector('img')?.getAttribute('src')).toBe('/o/0.png?s=2');
});

test('a picture that does not come by the new link either is said and asked for no more', async () => {
  await show('/o/0.png?s=1');
  await happens('error');
  await show('/o/0.png?s=2');
  await happens('error');

  expect(renew).toHaveBeenCalledTimes(1);
  expect(shown.textContent).toBe(en.results.notLoaded);
});

test('a picture is fetched once more by a link that stays the same, and then it is said', async () => {
  await show('/o/0.png?s=1');
  const first = shown.querySelector('img');
  await happens('error');
  expect(shown.querySelector('img')).not.toBe(first);
  await happens('error');

  expect(renew).toHaveBeenCalledTimes(1);
  expect(shown.textContent).toBe(en.results.notLoaded);
});

test('a link that cannot be renewed is said', async () => {
  renew.mockRejectedValue(new Error('offline'));
  await show('/o/0.png?s=1');
  await happens('error');

  expect(shown.textContent).toBe(en.results.notLoaded);
});
