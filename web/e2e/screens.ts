import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { en } from '../src/i18n/en';
import { ko } from '../src/i18n/ko';
import { DEVICES, openBrowser, openPage, type Device } from './browser';

const url = inject('url');
const DOCS = join(import.meta.dirname, '../../docs');
/** Where all of them go; the pages of the documents show only some. */
const FOLDER = process.env.PHOTOSET_SCREENS ?? join(import.meta.dirname, '../dist/screens');
/** A page of documents with six of them is still light. */
const BYTES_MAX = 150_000;
const QUALITY = 80;
const SHOWN: Record<string, string> = {
  'desk-workspace': 'studio.jpg',
  'desk-designs': 'studio-designs.jpg',
  'desk-mask': 'studio-mask.jpg',
  'desk-results': 'studio-results.jpg',
  'phone-workspace': 'studio-phone.jpg',
  'phone-results': 'studio-phone-results.jpg',
};

/** As a new user sees the studio, screen by screen; in all of it nothing may fail. */
test.each(DEVICES)('$name', async (device) => {
  const browser = await openBrowser();
  const { page, errors } = await openPage(browser, {
    ...device,
    welcome: true,
    allowed: ['camera', 'notifications'],
  });
  const texts = device.language === 'ko' ? ko : en;
  const take = (name: string) => picture(page, device, name);
  await empty(page, texts, take);
  await album(page, texts, take);
  await rule(page, texts, take);
  await mask(page, texts, take);
  await finish(page, texts, take);
  await others(page, texts, take);
  expect(errors).toEqual([]);
  await browser.close();
});

type Take = (name: string) => Promise<void>;

async function picture(page: Page, device: Device, name: string): Promise<void> {
  const screen = `${device.phone ? 'phone' : 'desk'}-${name}`;
  await page.waitForLoadState('networkidle');
  mkdirSync(FOLDER, { recursive: true });
  await page.screenshot({ path: join(FOLDER, `${screen}.png`) });
  const document = SHOWN[screen];
  if (document === undefined) return;
  const path = join(DOCS, document);
  await page.screenshot({ path, type: 'jpeg', quality: QUALITY });
  expect(statSync(path).size, document).toBeLessThanOrEqual(BYTES_MAX);
}

/** What somebody sees who has nothing yet. */
async function empty(page: Page, texts: typeof en, take: Take): Promise<void> {
  await page.goto(url);
  await page.getByRole('button', { name: texts.welcome.skip }).waitFor();
  await take('welcome');
  for (const [path, title] of [
    ['history', texts.history.title],
    ['rules', texts.rules.title],
  ] as const) {
    await page.goto(`${url}/studio/${path}`);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await take(`${path}-empty`);
  }
  await page.goto(`${url}/studio/camera`);
  await page
    .getByRole('button', { name: texts.camera.shutter })
    .or(page.getByRole('alert'))
    .first()
    .waitFor();
  await take('camera');
}

async function album(page: Page, texts: typeof en, take: Take): Promise<void> {
  await page.goto(url);
  await page.getByRole('button', { name: texts.welcome.skip }).click();
  await take('start');
  await page.getByRole('button', { name: texts.home.samples }).first().click();
  const send = page.getByRole('button', { name: texts.upload.send(3) });
  await send.waitFor();
  await page.getByRole('img', { name: 'bedroom.jpg' }).and(page.locator('img')).waitFor();
  await take('album');
  await send.click();
}

async function rule(page: Page, texts: typeof en, take: Take): Promise<void> {
  await page.getByRole('radio', { name: texts.rule.change, exact: true }).waitFor();
  await take('found');
  await page.getByRole('radio', { name: texts.rule.change, exact: true }).check({ force: true });
  await page.getByText(texts.view.badge.looked).nth(2).waitFor({ state: 'attached' });
  await page.getByText(texts.rule.seen.true, { exact: true }).waitFor();
  await page.getByText(texts.quote.sum(3, 1)).first().waitFor();
  await take('workspace');

  await page.getByRole('button', { name: texts.picker.open }).click();
  await take('picker');
  await page.getByRole('textbox', { name: texts.picker.hex }).press('Escape');
  await page.getByRole('button', { name: texts.design.add }).click();
  await page.getByRole('textbox', { name: texts.rule.words }).fill('walls navy, oak floor');
  await page.getByRole('button', { name: texts.rule.read, exact: true }).click();
  await page.getByText(texts.rules.replaced).waitFor();
  await page.getByText(texts.rule.seen.true, { exact: true }).waitFor();
  await take('words');
  await page.getByRole('button', { name: texts.design.compare }).click();
  await page.getByText(texts.rule.seen.true, { exact: true }).nth(1).waitFor();
  await take('designs');
  await page.getByRole('button', { name: texts.design.compare }).click();
}

async function mask(page: Page, texts: typeof en, take: Take): Promise<void> {
  await page.getByRole('button', { name: texts.masks.open }).click();
  await page.getByRole('application').waitFor();
  await take('mask');
  await page.getByRole('button', { name: texts.common.close }).first().click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function finish(page: Page, texts: typeof en, take: Take): Promise<void> {
  await page.getByRole('button', { name: texts.rule.make(6, 6) }).click();
  await page.getByRole('progressbar').waitFor();
  await take('run');
  await page.getByRole('slider', { name: texts.results.slider }).waitFor();
  await page.getByRole('slider', { name: texts.results.slider }).fill('50');
  await take('results');
  const order = page.getByRole('button', { name: `${texts.sets.compose}: ` }).first();
  await order.scrollIntoViewIfNeeded();
  await take('sets');
  await order.click();
  const zip = page.getByRole('button', { name: `${texts.sets.zip}: ` });
  await zip.waitFor();
  await zip.scrollIntoViewIfNeeded();
  await take('set');
}

async function others(page: Page, texts: typeof en, take: Take): Promise<void> {
  for (const [path, title] of [
    ['history', texts.history.title],
    ['pricing', texts.pricing.title],
    ['settings', texts.settings.title],
    ['nowhere', texts.missing.title],
  ] as const) {
    await page.goto(`${url}/studio/${path}`);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await take(path);
  }
}
