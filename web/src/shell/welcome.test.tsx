import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { beforeEach, expect, test, vi } from 'vitest';
import { en } from '../i18n/en';
import { Welcome } from './welcome';

let shown: HTMLElement;
let root: Root;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  shown = document.createElement('div');
  root = createRoot(shown);
});

/** Anew each time, as the page does. */
function show(): void {
  act(() => root.render(<Welcome onSamples={() => undefined} />));
}

function point(type: 'pointerdown' | 'pointerup', clientX: number): void {
  act(() => void shown.querySelector('section')?.dispatchEvent(new MouseEvent(type, { clientX })));
}

const heading = () => shown.querySelector('h2')?.textContent;

test('a page is turned by a swipe, also when the account is known in the middle of it', () => {
  show();
  expect(heading()).toBe(en.welcome.pages[0]?.title);

  point('pointerdown', 200);
  show();
  point('pointerup', 120);

  expect(heading()).toBe(en.welcome.pages[1]?.title);
});

test('a tap of an unsteady thumb turns none', () => {
  show();

  point('pointerdown', 200);
  point('pointerup', 180);

  expect(heading()).toBe(en.welcome.pages[0]?.title);
});
