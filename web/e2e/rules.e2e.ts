import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { en } from '../src/i18n/en';
import { ko } from '../src/i18n/ko';
import { CROSSED, expectGood, openBrowser, openPage } from './browser';

const url = inject('url');
let browser: Browser;

const DESK = { name: '', phone: false, language: 'en', theme: 'dark' } as const;
const SAGE = '#a9b5a0';

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

test.each(CROSSED)('a rule is made, saved, compared and run: $name', async (device) => {
  const texts = device.language === 'ko' ? ko : en;
  const { page, errors } = await openPage(browser, device);
  await openSamples(page, texts);
  await page.getByRole('radio', { name: texts.rule.change, exact: true }).check({ force: true });

  await page.getByRole('searchbox', { name: texts.rule.search }).fill('네이비');
  const navy = page.getByRole('button', { name: device.language === 'ko' ? /네이비/ : /navy/i });
  await navy.click();
  await page.getByRole('searchbox', { name: texts.rule.search }).fill('navy');
  await expect.poll(() => navy.getAttribute('aria-pressed')).toBe('true');

  await mixByKeys(page, texts);
  await page.getByText(texts.rule.seen.painting, { exact: true }).waitFor();
  await page.getByText(texts.rule.seen.true, { exact: true }).waitFor();
  await expectGood(page, 'editor');

  await save(page, texts, 'Calm');
  await designsAndWords(page, texts);
  await expectGood(page, 'designs side by side');

  const make = page.getByRole('button', { name: texts.rule.make(6, 6) });
  await page.getByText(texts.quote.sum(3, 2)).waitFor();
  await page.goto(`${url}/studio/rules`);
  await manage(page, texts);
  await page.goBack();
  await make.click();
  await page.getByRole('slider', { name: texts.results.slider }).waitFor();
  expect(errors).toEqual([]);
  await page.context().close();
});

test('the corners of a surface are placed by keys and by pointer', async () => {
  const texts = en;
  const { page, errors } = await openPage(browser, DESK);
  await openSamples(page, texts);
  await page.getByRole('radio', { name: texts.rule.change, exact: true }).check({ force: true });
  await page.getByRole('radio', { name: texts.rule.actions.texture }).check({ force: true });
  await page.getByText(texts.editor.more, { exact: true }).click();
  await page.getByRole('button', { name: texts.editor.placeCorners }).click();
  const [topLeft = '', , bottomRight = ''] = texts.editor.corner;
  const corner = page.getByRole('button', { name: topLeft });
  await corner.press('Shift+ArrowLeft');
  await page.getByRole('button', { name: texts.editor.estimateCorners }).waitFor();
  expect(await cornersOf(page)).toEqual([
    [0.25, 0.3],
    [0.7, 0.3],
    [0.7, 0.7],
    [0.3, 0.7],
  ]);
  const box = await page.getByRole('button', { name: bottomRight }).boundingBox();
  const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 40, y + 20);
  await page.mouse.up();
  await expect.poll(async () => (await cornersOf(page))?.[2]?.[0]).toBeGreaterThan(0.71);
  await page.getByText(texts.rule.seen.true, { exact: true }).waitFor();
  await expectGood(page, 'corners');
  await page.getByRole('button', { name: texts.editor.estimateCorners }).click();
  await expect.poll(() => cornersOf(page)).toBe(null);
  expect(errors).toEqual([]);
  await page.context().close();
});

/** As the browser keeps them with the design. */
function cornersOf(page: Page): Promise<number[][] | null> {
  return page.evaluate(() => {
    const kept = Object.entries(localStorage).find(([key]) => key.startsWith('photoset.designs.'));
    const { all } = JSON.parse(String(kept?.[1])) as {
      all: { rule: { concepts: Record<string, { corners?: number[][] | null }> } }[];
    };
    return Object.values(all[0]?.rule.concepts ?? {})[0]?.corners ?? null;
  });
}

async function openSamples(page: Page, texts: typeof en): Promise<void> {
  await page.goto(url);
  const samples = page.getByRole('button', { name: texts.home.samples });
  await samples.first().click();
  await page.getByRole('button', { name: texts.upload.send(3) }).click();
  await page.getByRole('radio', { name: texts.rule.change, exact: true }).waitFor();
}

/** Everything of the picker by its keys: the sliders, the number and the photo. */
async function mixByKeys(page: Page, texts: typeof en): Promise<void> {
  const hex = page.getByRole('textbox', { name: texts.picker.hex });
  await page.getByRole('button', { name: texts.picker.open }).press('Enter');
  await hex.fill(SAGE);
  const hue = page.getByRole('slider', { name: texts.picker.hue });
  const before = Number(await hue.inputValue());
  for (let i = 0; i < 5; i++) await hue.press('ArrowRight');
  expect(Number(await hue.inputValue())).toBeGreaterThan(before);
  await page.getByRole('slider', { name: texts.picker.chroma }).press('End');
  await page.getByText(texts.picker.clipped).waitFor();

  await page.getByRole('button', { name: texts.picker.photo }).press('Enter');
  const probe = page.getByRole('button', { name: texts.picker.probe });
  await probe.press('ArrowLeft');
  const mixed = await hex.inputValue();
  await probe.press('Enter');
  await probe.waitFor({ state: 'detached' });
  await expect.poll(() => hex.inputValue()).not.toBe(mixed);
  await hex.fill('nothing');
  await page.getByText(texts.picker.wrong).waitFor();
  await hex.fill(SAGE);
  await hex.press('Tab');
}

async function save(page: Page, texts: typeof en, name: string): Promise<void> {
  await page.getByRole('button', { name: texts.rules.saveAs }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(texts.rules.used(0, 2)).waitFor();
  await dialog.getByRole('textbox', { name: texts.rules.name }).fill(name);
  await expectGood(page, 'save');
  await dialog.getByRole('button', { name: texts.rules.save, exact: true }).click();
  await page.getByText(texts.rules.saved, { exact: true }).waitFor();
}

/** A second design of words with one that is not known, and the first one loaded into it and back. */
async function designsAndWords(page: Page, texts: typeof en): Promise<void> {
  await page.getByRole('button', { name: texts.design.add }).click();
  await page.getByRole('textbox', { name: texts.design.name }).fill('Words');
  await page.getByRole('textbox', { name: texts.rule.words }).fill('walls navy, blorb floor');
  await page.getByRole('button', { name: texts.rule.read, exact: true }).click();
  await page.locator('mark', { hasText: 'blorb' }).first().waitFor();
  await page.getByText(texts.rules.changed, { exact: true }).waitFor();
  // A line that only protects is done too, and takes nothing back.
  const [wall, window] = texts === ko ? ['벽', '창문'] : ['Wall', 'Window'];
  const chosen = page.getByRole('group', { name: texts.view.concepts }).locator('[title][aria-pressed=true]');
  await chosen.filter({ hasText: wall }).waitFor();
  const shield = texts.view.protectConcept(window);
  await page.getByRole('textbox', { name: texts.rule.words }).fill('keep the windows');
  await page.getByRole('button', { name: texts.rule.read, exact: true }).click();
  await page.getByRole('button', { name: shield, pressed: true }).waitFor();
  await chosen.filter({ hasText: window }).first().waitFor();

  await page.getByRole('button', { name: texts.rules.load }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Calm' }).click();
  await page.getByText(texts.rules.saved, { exact: true }).waitFor();
  await page.getByRole('button', { name: texts.rules.undo }).click();
  await page.getByText(texts.rules.changed, { exact: true }).waitFor();

  await page.getByRole('button', { name: texts.design.compare }).click();
  await page.getByRole('figure').nth(1).waitFor();
  await page.getByText(texts.rule.seen.true, { exact: true }).nth(1).waitFor();
}

/** The page of saved rules: duplicate until it is full, rename, delete, undo. */
async function manage(page: Page, texts: typeof en): Promise<void> {
  const copy = texts.rules.copyOf('Calm');
  await page.getByRole('button', { name: texts.rules.of(texts.rules.duplicate, 'Calm') }).click();
  await page.getByText(texts.rules.full(2)).waitFor();
  await page.getByRole('button', { name: texts.rules.of(texts.rules.rename, copy) }).click();
  await page.getByRole('textbox', { name: texts.rules.name }).fill('Night');
  await page.getByRole('button', { name: texts.rules.save, exact: true }).click();
  await page.getByRole('heading', { name: 'Night' }).waitFor();
  await expectGood(page, 'rules');

  await page.getByRole('button', { name: texts.rules.of(texts.rules.remove, 'Night') }).click();
  await page.getByText(texts.rules.used(1, 2)).waitFor();
  await page.getByRole('button', { name: texts.rules.undo }).click();
  await page.getByRole('heading', { name: 'Night' }).waitFor();
}
