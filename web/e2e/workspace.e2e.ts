import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { en } from '../src/i18n/en';
import { ko } from '../src/i18n/ko';
import { DEVICES, expectGood, openBrowser, openPage } from './browser';
import { pinch, scaleOf } from './gestures';

const url = inject('url');
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

test.each(DEVICES)('an album is looked at, and things on it are chosen one by one: $name', async (device) => {
  const texts = device.language === 'ko' ? ko : en;
  const { view } = texts;
  const { page, errors } = await openPage(browser, device);
  await page.addInitScript(keepExecuted);
  await page.goto(url);
  await page.getByRole('button', { name: texts.home.samples }).click();
  await page.getByRole('button', { name: texts.upload.send(3) }).click();
  const photo = page.getByRole('group', { name: view.stage(texts.job.photo(1)) });
  await photo.waitFor();
  // Ids may change until the whole album was looked at.
  await page.getByText(view.badge.looked).nth(2).waitFor({ state: 'attached' });

  await zoomsByEveryMeans(page, photo, device.phone);
  await expectGood(page, 'workspace');

  await page
    .getByRole('button', { name: device.language === 'ko' ? /이 사진에 [2-9]개/ : /[2-9] on this photo/ })
    .first()
    .click();
  const cards = page.locator('li[data-instance]');
  await cards.first().waitFor();
  await expectGood(page, 'cards');
  const card = cards.first();
  const before = await overlayOf(page);
  await card.getByText('#1').hover();
  await expect.poll(() => overlayOf(page)).not.toBe(before);

  await card.getByRole('radio', { name: view.instance.include }).focus();
  await page.keyboard.press('Space');
  expect(await card.getByRole('radio', { name: view.instance.exclude }).isChecked()).toBe(true);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('l');
  const locked = cards.nth(1);
  expect(await locked.getByRole('radio', { name: view.instance.lock }).isChecked()).toBe(true);
  await page.keyboard.press('p');
  await expect.poll(() => stripesOf(page)).toBeGreaterThan(20);
  await expectGood(page, 'only what is protected');
  await page.keyboard.press('p');
  await page.keyboard.press('h');
  await expect.poll(() => page.locator('canvas[aria-hidden][class*=screen]').count()).toBe(0);
  await page.keyboard.press('h');

  const ids = [await card.getAttribute('data-instance'), await locked.getAttribute('data-instance')];
  await page.getByRole('radio', { name: texts.rule.change, exact: true }).check({ force: true });
  await page.getByRole('button', { name: texts.rule.make(3, 3) }).click();
  await expect
    .poll(() => page.evaluate(() => (window as Kept).executed))
    .toMatchObject({ instances: { exclude: [ids[0]], lock: [ids[1]] } });

  // Another look begins with what was left out and locked, and the server knows it there.
  await page.getByRole('button', { name: texts.results.another }).click();
  await page.evaluate(() => delete (window as Kept).executed);
  await page.getByRole('button', { name: texts.rule.make(3, 3) }).click();
  await expect
    .poll(() => page.evaluate(() => (window as Kept).executed))
    .toMatchObject({ instances: { exclude: [ids[0]], lock: [ids[1]] } });
  await page.getByRole('button', { name: texts.results.another }).waitFor();
  expect(errors).toEqual([]);
  await page.context().close();
});

test('what says that the network is away does not push the one button off the screen', async () => {
  const { page } = await openPage(browser, { name: '', phone: true, language: 'en', theme: 'light' });
  await page.goto(url);
  await page.getByRole('button', { name: en.home.samples }).click();
  await page.getByRole('button', { name: en.upload.send(3) }).click();
  await page.getByRole('radio', { name: en.rule.change, exact: true }).check({ force: true });
  const make = page.getByRole('button', { name: en.rule.make(3, 3) });
  await make.waitFor();
  await page.context().setOffline(true);
  await page.getByText(en.offline).waitFor();
  const { y, height } = (await make.boundingBox())!;
  expect(y + height).toBeLessThanOrEqual(page.viewportSize()!.height);
  await page.context().setOffline(false);
  await page.getByRole('link', { name: en.view.back }).click();
  await page.getByRole('heading', { level: 1, name: en.history.title }).waitFor();
  await page.context().close();
});

type Kept = Window & { executed?: unknown };

/** The browser does not tell a test the body of a call that is made as a Request. */
function keepExecuted(): void {
  window.Request = class extends Request {
    constructor(input: RequestInfo | URL, init?: RequestInit) {
      super(input, init);
      if (this.url.endsWith('/execute') && typeof init?.body === 'string')
        (window as Kept).executed = JSON.parse(init.body);
    }
  };
}

/** In with one means, and whole again. */
async function zoomsByEveryMeans(page: Page, photo: Locator, phone: boolean): Promise<void> {
  const box = (await photo.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const means: (() => Promise<void>)[] = [
    () => photo.press('+'),
    () => page.mouse.wheel(0, -200),
    () => page.mouse.dblclick(x, y),
    () => photo.dispatchEvent('wheel', { deltaY: -40, ctrlKey: true, clientX: x, clientY: y }),
  ];
  if (phone) means.push(() => pinch(page, x, y));
  await page.mouse.move(x, y);
  for (const zoomIn of means) {
    await zoomIn();
    await expect.poll(() => scaleOf(photo)).toBeGreaterThan(1.2);
    await photo.press('0');
    await expect.poll(() => scaleOf(photo)).toBe(1);
  }
  for (let step = 0; step < 20; step++) await photo.press('+');
  const deepest = await scaleOf(photo);
  await photo.press('+');
  expect(await scaleOf(photo)).toBe(deepest);
  await photo.press('0');
}

/** What lies over the photo, as one number. */
function overlayOf(page: Page): Promise<number> {
  return pixelsOf(page, 'sum');
}

/** Pixels of the light stripes of the hatching. */
function stripesOf(page: Page): Promise<number> {
  return pixelsOf(page, 'stripes');
}

function pixelsOf(page: Page, what: 'sum' | 'stripes'): Promise<number> {
  return page.locator('canvas[class*=screen]').evaluate((canvas: HTMLCanvasElement, wanted) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    let result = 0;
    for (let at = 0; at < data.length; at += 4) {
      const [r = 0, g = 0, b = 0, a = 0] = data.subarray(at, at + 4);
      if (wanted === 'sum') result = (result * 31 + r + g + b + a) % 2147483647;
      else if (r === 255 && g === 255 && b === 255 && a > 200) result++;
    }
    return result;
  }, what);
}
