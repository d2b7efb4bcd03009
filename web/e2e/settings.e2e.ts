import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { en } from '../src/i18n/en';
import { ko } from '../src/i18n/ko';
import { newAccount, ONE_RULE, startRun } from './album';
import { openBrowser, openPage, type Device } from './browser';

const url = inject('url');
const DESK: Device = { name: '', phone: false, language: 'en', theme: 'light' };
const { run, results, settings } = en;

/** How light what is under everything is, 0 to 255. */
function lightness(page: Page): Promise<number> {
  return page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d')!;
    context.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
    context.fillRect(0, 0, 1, 1);
    return context.getImageData(0, 0, 1, 1).data[1] ?? NaN;
  });
}

test('a theme and a language hold at once, over the device’s own, and after a reload', async () => {
  const browser = await openBrowser();
  const { page, errors } = await openPage(browser, DESK);
  await page.goto(`${url}/studio/settings`);
  const choose = (name: string) => page.getByRole('radio', { name, exact: true }).check({ force: true });
  await page.getByRole('heading', { level: 1, name: settings.title }).waitFor();
  expect(await lightness(page)).toBeGreaterThan(200);
  await choose(settings.themes.dark);
  await expect.poll(() => lightness(page)).toBeLessThan(50);
  await choose('한국어');
  await page.getByRole('heading', { level: 1, name: ko.settings.title }).waitFor();

  await page.reload();
  await page.getByRole('heading', { level: 1, name: ko.settings.title }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('ko');
  expect(await lightness(page)).toBeLessThan(50);
  await choose(ko.settings.themes.system);
  await expect.poll(() => lightness(page)).toBeGreaterThan(200);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => lightness(page)).toBeLessThan(50);
  expect(errors).toEqual([]);
  await browser.close();
});

/** Opens a run, and keeps the notices that its page makes; asked whether it may, the browser says no to `asked`. */
async function openRun(page: Page, asked?: 'denied'): Promise<void> {
  const account = await newAccount(url);
  const id = await startRun(account, 3, ONE_RULE);
  await page.addInitScript(keepNotices, { token: account.token, asked });
  await page.goto(`${url}/studio/jobs/${id}`);
  await page.getByRole('progressbar').waitFor();
}

function keepNotices({ token, asked }: { token: string; asked: 'denied' | undefined }): void {
  localStorage.setItem('photoset.token', token);
  const made: string[] = [];
  let answer: NotificationPermission = 'default';
  class Kept extends Notification {
    constructor(title: string, options?: NotificationOptions) {
      super(title, options);
      made.push(`${title}: ${options?.body ?? ''}`);
    }
  }
  // A browser without a window asks nobody: it has denied before.
  if (asked !== undefined) {
    Object.defineProperty(Kept, 'permission', { get: () => answer });
    Object.defineProperty(Kept, 'requestPermission', { value: () => Promise.resolve((answer = asked)) });
  }
  Object.assign(window, { made, Notification: Kept });
}

/** As the browser tells a page that another tab lies before it. */
function lookAway(): void {
  Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });
}

const madeIn = (page: Page) => page.evaluate(() => (window as unknown as { made: string[] }).made);

test('the end of a run is told by the browser to who asked for it and looks elsewhere', async () => {
  const browser = await openBrowser();
  const { page, errors } = await openPage(browser, { ...DESK, allowed: ['notifications'] });
  await openRun(page);
  const bell = page.getByRole('button', { name: run.notice.ask });
  await bell.click();
  await page.getByText(run.notice.on).waitFor();
  await page.evaluate(lookAway);
  await page.getByRole('heading', { level: 1, name: results.title(3) }).waitFor();
  await expect.poll(() => madeIn(page)).toEqual([`Photoset: ${results.title(3)}`]);
  expect(errors).toEqual([]);
  await browser.close();
});

test('who blocks notices when asked is told so, and nothing rings', async () => {
  const browser = await openBrowser();
  const { page, errors } = await openPage(browser, DESK);
  await openRun(page, 'denied');
  const bell = page.getByRole('button', { name: run.notice.ask });
  await bell.click();
  await page.getByText(run.notice.denied).waitFor();
  expect(await bell.count()).toBe(0);
  await page.evaluate(lookAway);
  await page.getByRole('heading', { level: 1, name: results.title(3) }).waitFor();
  expect(await madeIn(page)).toEqual([]);

  expect(errors).toEqual([]);
  await browser.close();
});
