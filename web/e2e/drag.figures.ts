import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, inject, test } from 'vitest';
import { en } from '../src/i18n/en';
import { openBrowser, openPage } from './browser';
import { DESK, sayFigures, tell, workOf } from './measuring';

const url = inject('url');
const DRAG_MS = 2000;
const MOVES = 200;
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  sayFigures();
});

interface Seen {
  /** When the slider moved. */
  moves: number[];
  /** When the photo was painted anew. */
  drafts: number[];
  /** When the server's own picture took its place. */
  truths: number[];
}

/** Notes when what happens, in a page that knows nothing of it. */
function watch(): void {
  const seen: Seen = { moves: [], drafts: [], truths: [] };
  Object.assign(window, { seen });
  const note = (when: number[]) => when.push(performance.now());
  addEventListener('input', () => note(seen.moves), { capture: true });
  const heard = (name: 'putImageData' | 'drawImage', onCall: (given: unknown) => void) => {
    const real: unknown = Reflect.get(CanvasRenderingContext2D.prototype, name);
    const spy = function (this: CanvasRenderingContext2D, ...given: unknown[]) {
      onCall(given[0]);
      Reflect.apply(real as () => void, this, given);
    };
    Reflect.set(CanvasRenderingContext2D.prototype, name, spy);
  };
  heard('putImageData', () => note(seen.drafts));
  heard('drawImage', (picture) => picture instanceof ImageBitmap && note(seen.truths));
}

/** Moves a slider many times in one task: how long it takes of the processor does not depend on who else uses it. */
async function moveOften(slider: HTMLElement | SVGElement, moves: number): Promise<void> {
  const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  for (let i = 0; i < moves; i++) {
    value?.set?.call(slider, String(10 + i));
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    // What is rendered is rendered before the next move.
    await Promise.resolve();
  }
}

async function seenOn(page: Page): Promise<Seen> {
  return page.evaluate(() => (window as unknown as { seen: Seen }).seen);
}

test('a color that is dragged over a photo of 1.2 megapixels', async () => {
  const { page } = await openPage(browser, DESK);
  await page.goto(url);
  await page.getByRole('button', { name: en.home.samples }).click();
  await page.getByRole('button', { name: en.upload.send(3) }).click();
  await page.getByRole('radio', { name: en.rule.change, exact: true }).check({ force: true });
  await page.getByRole('button', { name: en.picker.open }).click();
  await page.getByText(en.rule.seen.true, { exact: true }).waitFor();
  const hue = page.getByRole('slider', { name: en.picker.hue });
  await hue.scrollIntoViewIfNeeded();
  await browser.startTracing(page, { categories: ['toplevel'] });
  await hue.evaluate(moveOften, MOVES);
  const most = Math.max(...workOf(await browser.stopTracing()));
  tell('work of the editor for each move', most / MOVES, 'ms', 10);

  const box = await hue.boundingBox();
  if (box === null) throw new Error('no slider');
  const at = (share: number) => [box.x + box.width * (0.1 + 0.8 * share), box.y + box.height / 2] as const;
  await page.mouse.move(...at(0));
  await page.mouse.down();
  await page.evaluate(watch);
  await browser.startTracing(page, { categories: ['toplevel'] });
  const began = performance.now();
  for (let passed = 0; passed < DRAG_MS; passed = performance.now() - began)
    await page.mouse.move(...at(Math.abs(((passed / 500) % 2) - 1)));
  const work = workOf(await browser.stopTracing()).reduce((sum, one) => sum + one, 0);
  const { moves, drafts } = await seenOn(page);
  const [first = 0, last = 0] = [moves[0], moves.at(-1)];
  const followed = drafts.filter((when) => when >= first && when <= last).length;
  tell('frames a second while a color is dragged', (followed * 1000) / (last - first), '', 30, 'at least');
  tell('work of the page for each of them', work / drafts.length, 'ms', 33);

  await page.waitForFunction(() => (window as unknown as { seen: Seen }).seen.truths.length > 0);
  tell('from the last move to the true preview', ((await seenOn(page)).truths[0] ?? NaN) - last, 'ms', 1000);
  await page.mouse.up();
  await page.context().close();
});
