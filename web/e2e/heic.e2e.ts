import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { ko } from '../src/i18n/ko';
import { dropFiles, expectGood, openBrowser, openPage } from './browser';

/** The sample living room in tiles, stored lying on its side as a phone held upright does (activities-cpu, make.py). */
const ROOM = join(import.meta.dirname, 'room.heic');

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

test('a HEIC photo, which this browser cannot show, goes from the drop to an upright result and its set', async () => {
  const { page, errors } = await openPage(browser, {
    name: '',
    phone: false,
    language: 'ko',
    theme: 'light',
  });
  await page.goto(inject('url'));
  await page.getByRole('heading', { level: 1, name: ko.home.title }).waitFor();
  await dropFiles(page, [ROOM], ko);
  await page.getByText('room.heic').waitFor();
  await page.getByText(ko.upload.noPreview).waitFor();
  await expectGood(page, 'a photo without a preview');
  await page.getByRole('button', { name: ko.upload.send(1) }).click();

  await page.getByRole('radio', { name: ko.rule.change, exact: true }).check({ force: true });
  await page.getByText(ko.rule.seen.true, { exact: true }).waitFor();
  await page.getByText(ko.output.title).click();
  await page.getByLabel(ko.output.set).selectOption('before_after');
  await page.getByRole('button', { name: ko.rule.make(1, 1) }).click();
  await page.getByRole('slider', { name: ko.results.slider }).waitFor();
  const result = page.locator('[data-pane] img').last();
  await expect.poll(() => result.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(640);
  expect(await result.evaluate((image: HTMLImageElement) => image.naturalHeight)).toBe(480);
  await page.getByRole('button', { name: `${ko.sets.zip}: ` }).waitFor();
  expect(errors).toEqual([]);
  await page.context().close();
});
