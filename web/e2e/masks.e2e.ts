import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { en } from '../src/i18n/en';
import { ko } from '../src/i18n/ko';
import { CROSSED, expectGood, openBrowser, openPage } from './browser';
import { pinch, scaleOf } from './gestures';

const url = inject('url');
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

test.each(CROSSED)('a mask is mended, saved and taken back: $name', async (device) => {
  const texts = device.language === 'ko' ? ko : en;
  const { page, errors } = await openPage(browser, device);
  const open = await openWorkspace(page, texts);
  const preview = painted(page);
  await page.getByRole('radio', { name: texts.rule.change, exact: true }).check({ force: true });
  await preview;
  const concept = await open.click().then(() => page.locator('dialog h2').first().innerText());
  const label = concept.slice(texts.masks.title('').length);
  const stage = page.getByRole('application', { name: texts.masks.photo(label) });
  await stage.waitFor();
  await expectGood(page, 'mask');

  const said = page.locator('dialog [role=status]');
  await clickAt(stage, 0.5, 0.1);
  await expect.poll(() => said.innerText()).toMatch(/\d %/);
  await page.getByRole('radio', { name: texts.masks.tools.brush }).check({ force: true });
  await expectGood(page, 'mask with a brush');
  const undo = page.getByRole('button', { name: texts.masks.undo, exact: true });
  await undo.click();
  await expect.poll(() => undo.isDisabled()).toBe(true);
  if (device.phone) await zoomByFingers(page, stage, undo, texts);
  await stroke(page, stage);
  await expect.poll(() => undo.isEnabled()).toBe(true);

  await keptStrokes(page);
  await page.reload();
  await reopen(page, open);
  await page.getByText(texts.masks.back).waitFor();
  await paintByKeys(page, stage, undo);

  const after = painted(page);
  await page.getByRole('button', { name: texts.masks.save }).click();
  await page.locator('dialog').waitFor({ state: 'detached' });
  await after;
  expect(await maskInUse(page, 'Wall')).toMatchObject({ version: 1, source: 'user' });

  await page.getByRole('button', { name: texts.masks.open }).click();
  await page.getByText(texts.masks.version(1)).waitFor();
  await page.getByRole('button', { name: texts.masks.stepBack }).click();
  await page.locator('dialog').waitFor({ state: 'detached' });
  expect(await maskInUse(page, 'Wall')).toMatchObject({ version: 0, source: 'model' });

  await page.getByLabel(texts.masks.draw).selectOption('Countertop');
  const empty = page.getByRole('application');
  await empty.press('b');
  await empty.press('Enter');
  await page.getByRole('button', { name: texts.masks.save }).click();
  await page.locator('dialog').waitFor({ state: 'detached' });
  expect(await maskInUse(page, 'Countertop')).toMatchObject({ version: 1, source: 'user' });
  expect(errors).toEqual([]);
  await page.context().close();
});

async function openWorkspace(page: Page, texts: typeof en): Promise<Locator> {
  await page.goto(url);
  await page.getByRole('button', { name: texts.home.samples }).click();
  await page.getByRole('button', { name: texts.upload.send(3) }).click();
  const open = page.getByRole('button', { name: texts.masks.open });
  await open.waitFor();
  return open;
}

/** While the album is still looked at, the page moves under a pointer. */
async function reopen(page: Page, open: Locator): Promise<void> {
  const stage = page.getByRole('application');
  await expect
    .poll(
      async () => {
        if ((await stage.count()) === 0) await open.click();
        return stage.count();
      },
      { timeout: 60_000, interval: 500 },
    )
    .toBe(1);
}

/** The server's own picture of the rule. */
async function painted(page: Page): Promise<void> {
  await page.waitForResponse((response) => response.url().endsWith('/previews') && response.status() === 200);
}

async function clickAt(stage: Locator, shareX: number, shareY: number): Promise<void> {
  const box = await stage.boundingBox();
  if (box === null) throw new Error('no stage');
  await stage.click({ position: { x: box.width * shareX, y: box.height * shareY } });
}

async function stroke(page: Page, stage: Locator): Promise<void> {
  const box = await stage.boundingBox();
  if (box === null) throw new Error('no stage');
  await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.2, { steps: 5 });
  await page.mouse.up();
}

/** Two fingers move the photo while the brush is in hand, and leave no paint. */
async function zoomByFingers(page: Page, stage: Locator, undo: Locator, texts: typeof en): Promise<void> {
  const box = await stage.boundingBox();
  if (box === null) throw new Error('no stage');
  await pinch(page, box.x + box.width / 2, box.y + box.height / 2);
  await expect.poll(() => scaleOf(stage)).toBeGreaterThan(2);
  expect(await undo.isDisabled()).toBe(true);
  await page.getByRole('dialog').getByRole('button', { name: texts.masks.whole }).click();
  await expect.poll(() => scaleOf(stage)).toBe(1);
}

/** With the cross-hair alone: a spot, taken back and made again. */
async function paintByKeys(page: Page, stage: Locator, undo: Locator): Promise<void> {
  await stage.focus();
  for (const key of ['e', '[', ']', 'b', 'Shift+ArrowUp', 'Shift+ArrowUp', 'Alt+ArrowLeft', 'Enter'])
    await page.keyboard.press(key);
  await expect.poll(() => undo.isEnabled()).toBe(true);
  await page.keyboard.press('z');
  await expect.poll(() => undo.isDisabled()).toBe(true);
  await page.keyboard.press('Shift+Z');
  await expect.poll(() => undo.isEnabled()).toBe(true);
}

/** Until the browser has what is not saved. */
/** A moment after the last stroke; a reload before that is asked about. */
async function keptStrokes(page: Page): Promise<void> {
  const areKept = () =>
    page.evaluate(
      () =>
        new Promise<boolean>((resolve) => {
          const opening = indexedDB.open('photoset-masks');
          opening.onsuccess = () => {
            const all = opening.result.transaction('masks').objectStore('masks').getAll();
            all.onsuccess = () => {
              opening.result.close();
              resolve(
                (all.result as { strokes?: Uint8Array }[]).some(({ strokes }) => strokes !== undefined),
              );
            };
          };
        }),
    );
  await expect.poll(areKept).toBe(true);
}

async function maskInUse(page: Page, concept: string): Promise<unknown> {
  return page.evaluate(async (name) => {
    const token = localStorage.getItem('photoset.token') ?? '';
    const job = location.pathname.split('/').at(-1) ?? '';
    const response = await fetch(`/jobs/${job}/items/0/masks/${name}`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    return ((await response.json()) as { data: unknown }).data;
  }, concept);
}
