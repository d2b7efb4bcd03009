import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { en } from '../src/i18n/en';
import { ko } from '../src/i18n/ko';
import { CROSSED, DEVICES, expectAccessible, expectGood, openBrowser, openPage } from './browser';

const url = inject('url');
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

test.each([...DEVICES, ...CROSSED])('from the first visit to a saved picture: $name', async (device) => {
  const texts = device.language === 'ko' ? ko : en;
  const { page, errors } = await openPage(browser, device);

  await page.goto(url);
  await page.getByRole('heading', { level: 1, name: texts.home.title }).waitFor();
  await expectGood(page, 'start');

  await page.getByRole('button', { name: texts.home.samples }).click();
  const send = page.getByRole('button', { name: texts.upload.send(3) });
  await send.waitFor();
  await expectGood(page, 'album');

  await send.click();
  await page.waitForURL('**/studio/jobs/*');
  const change = page.getByRole('radio', { name: texts.rule.change, exact: true });
  await change.waitFor();
  await change.check({ force: true });
  await page.getByText(texts.rule.seen.painting, { exact: true }).waitFor();
  await page.getByText(texts.rule.seen.true, { exact: true }).waitFor();
  await expectGood(page, 'workspace');

  await page.getByRole('button', { name: texts.rule.make(3, 3) }).click();
  const slider = page.getByRole('slider', { name: texts.results.slider });
  await slider.waitFor();
  await slider.press('Home');
  expect(await slider.getAttribute('aria-valuetext')).toBe(texts.results.sliderValue(0));
  await expectGood(page, 'results');

  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: texts.results.download, exact: true }).click();
  expect((await saved).suggestedFilename()).toBe('photo-1-a.png');

  await page
    .getByRole('button', { name: `${texts.sets.compose}: ` })
    .first()
    .click();
  const zip = page.getByRole('button', { name: `${texts.sets.zip}: ` });
  await zip.waitFor();
  await expectGood(page, 'results with a set');
  const zipped = page.waitForEvent('download');
  await zip.click();
  expect((await zipped).suggestedFilename()).toMatch(/^before_after-.*\.zip$/);

  // The same photos again, with the rule so far to go on from and nothing to be looked for.
  await page.getByRole('button', { name: texts.results.another }).click();
  await page.getByRole('button', { name: texts.rule.make(3, 3) }).waitFor();
  await page.getByText(texts.rule.seen.true, { exact: true }).waitFor();
  expect(errors).toEqual([]);
  await page.context().close();
});

test.each(CROSSED)('the other pages: $name', async (device) => {
  const texts = device.language === 'ko' ? ko : en;
  const { page, errors } = await openPage(browser, device);
  const pages = [
    ['/studio/history', texts.history.title],
    ['/studio/pricing', texts.pricing.title],
    ['/studio/settings', texts.settings.title],
    ['/studio/nowhere', texts.missing.title],
  ] as const;
  for (const [path, title] of pages) {
    await page.goto(url + path);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.waitForLoadState('networkidle');
    await expectGood(page, path);
  }
  expect(errors).toEqual([]);
  await page.context().close();
});

test('an account that the server does not know any more is explained', async () => {
  const { page } = await openPage(browser, { name: '', phone: false, language: 'en', theme: 'light' });
  await page.addInitScript(
    () => sessionStorage.getItem('set') ?? localStorage.setItem('photoset.token', 'a.e30.b'),
  );
  await page.goto(`${url}/studio/settings`);
  await page.getByRole('heading', { name: en.lost.title }).waitFor();
  await page.evaluate(() => sessionStorage.setItem('set', 'yes'));
  await expectAccessible(page, 'lost account');

  await page.getByRole('button', { name: en.lost.action }).click();
  await page.getByText(en.settings.number).waitFor();
  await page.context().close();
});

test('a file that is no photo is told by its name, and the network that is away is said', async () => {
  const { page } = await openPage(browser, { name: '', phone: false, language: 'en', theme: 'light' });
  await page.goto(url);
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'notes.txt',
      mimeType: 'image/jpeg',
      buffer: Buffer.from('no picture'),
    });
  await page.getByText(en.upload.rejected.no_photo('notes.txt')).waitFor();

  await page.context().setOffline(true);
  await page.getByText(en.offline).waitFor();
  await page.context().close();
});
