import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { en } from '../src/i18n/en';
import { ko } from '../src/i18n/ko';
import { CROSSED, expectGood, openBrowser, openPage } from './browser';

const url = inject('url');
let browser: Browser;

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
