import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { en } from '../src/i18n/en';
import { ko } from '../src/i18n/ko';
import { DEVICES, expectGood, openBrowser, openPage } from './browser';

const url = inject('url');
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

test.each(DEVICES)(
  'how it works: told once, beside the first step, and again on demand: $name',
  async (device) => {
    const texts = device.language === 'ko' ? ko : en;
    const { page, errors } = await openPage(browser, { ...device, welcome: true });
    const [first, second, third] = texts.welcome.pages;
    const title = (of: { title: string } | undefined) => page.getByRole('heading', { name: of?.title ?? '' });

    await page.goto(url);
    await title(first).waitFor();
    await page.getByRole('button', { name: texts.home.choose }).click({ trial: true });
    await expectGood(page, 'how it works');
    await page.getByRole('button', { name: texts.welcome.next }).click();
    await title(second).waitFor();
    await page.keyboard.press('ArrowRight');
    await title(third).waitFor();
    const box = (await title(third).boundingBox()) ?? { x: 0, y: 0 };
    await page.mouse.move(box.x, box.y);
    await page.mouse.down();
    await page.mouse.move(box.x + 60, box.y);
    await page.mouse.up();
    await title(second).waitFor();
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles('../activities-gpu/models/lite/samples/living_tv.jpg');
    await title(second).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: texts.upload.discard }).click();
    // It is shown when the device has forgotten them; a reload before would be in time to keep them.
    await page.getByRole('heading', { level: 1, name: texts.home.title }).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: texts.home.title }).waitFor();
    expect(await title(first).count()).toBe(0);

    await page.goto(`${url}/studio/settings`);
    await page.getByRole('button', { name: texts.welcome.again }).click();
    await page.getByRole('button', { name: texts.welcome.skip }).click();
    await title(first).waitFor({ state: 'detached' });
    await page.goto(`${url}/studio/settings`);
    await page.getByRole('button', { name: texts.welcome.again }).click();
    await page.getByRole('button', { name: texts.welcome.page(3, 3) }).click();
    const sheet = page.getByRole('region', { name: texts.welcome.label });
    await sheet.getByRole('button', { name: texts.home.samples }).click();
    await page.getByRole('button', { name: texts.upload.send(3) }).waitFor();
    expect(await sheet.count()).toBe(0);
    expect(errors).toEqual([]);
    await page.context().close();
  },
);

test.each(DEVICES)('from the camera to an album: $name', async (device) => {
  const texts = device.language === 'ko' ? ko : en;
  const { page, errors } = await openPage(browser, { ...device, allowed: ['camera'] });
  const interior = device.language === 'ko' ? '인테리어' : 'Interior';
  const seller = device.language === 'ko' ? '상품' : 'Products';
  await page.goto(url);
  await page.getByRole('link', { name: texts.home.camera }).click();
  const shutter = page.getByRole('button', { name: texts.camera.shutter });
  await page.locator('video').waitFor();
  await expectGood(page, 'camera');
  await shutter.click();
  await page.getByText(texts.camera.taken(1)).waitFor();
  // The camera of the test shows something else each second.
  await page.waitForFunction((from) => Date.now() > from + 1500, Date.now());
  await shutter.click();
  await page.getByText(texts.camera.taken(2)).waitFor();

  await page.getByRole('button', { name: texts.camera.next }).click();
  await page.getByRole('heading', { name: texts.camera.choose }).waitFor();
  await expectGood(page, 'domains');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: texts.camera.menu }).click();
  await page.getByRole('button', { name: interior, exact: true }).click();
  const chips = page.getByRole('group', { name: texts.camera.concepts }).getByRole('button');
  await chips.nth(1).click();
  await page.getByRole('button', { name: interior, exact: true }).click();
  await page.getByRole('button', { name: seller, exact: true }).click();
  await page.getByText(texts.camera.dropped(seller)).waitFor();
  expect(await page.locator('[role=group] [aria-pressed=true]').count()).toBe(0);
  await expectGood(page, 'undo');
  await page.getByRole('button', { name: texts.camera.undo }).click();
  await page.getByRole('button', { name: interior, exact: true }).waitFor();
  await expect.poll(() => chips.nth(1).getAttribute('aria-pressed')).toBe('true');

  const track = await page.evaluateHandle(
    () => (document.querySelector('video')?.srcObject as MediaStream).getVideoTracks()[0],
  );
  await page.getByRole('button', { name: texts.camera.next }).click();
  await page.getByRole('button', { name: texts.upload.send(2) }).waitFor();
  await expect.poll(() => track.evaluate((one) => one?.readyState)).toBe('ended');
  await expectGood(page, 'album of the camera');
  expect(errors).toEqual([]);
  await page.context().close();
});

/** Says why there is no camera, and takes a picture from elsewhere instead. */
async function expectWayOn(page: Page, title: string): Promise<void> {
  await page.getByRole('heading', { name: title }).waitFor();
  await expectGood(page, title);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('alert').getByRole('button').first().click(),
  ]);
  await chooser.setFiles('../activities-gpu/models/lite/samples/living_tv.jpg');
  await page.getByText(/1/, { exact: true }).first().waitFor();
  await page.getByRole('alert').getByRole('button').nth(1).click({ trial: true });
  expect(await page.locator('input[capture=environment]').count()).toBe(1);
}

test('a camera that is not allowed, and none at all', async () => {
  const [phone, desk] = DEVICES;
  for (const [camera, device, title] of [
    ['denied', phone, ko.camera.trouble.denied.title],
    ['absent', desk, en.camera.trouble.absent.title],
  ] as const) {
    if (device === undefined) continue;
    const other = await openBrowser(camera);
    const { page, errors } = await openPage(other, { ...device, allowed: device === desk ? ['camera'] : [] });
    await page.goto(`${url}/studio/camera`);
    if (device === phone) {
      await page.getByText(ko.camera.startText).waitFor();
      await expectGood(page, 'before the camera');
      await page.getByRole('button', { name: ko.camera.start }).click();
    }
    await expectWayOn(page, title);
    expect(errors).toEqual([]);
    await other.close();
  }
});

test('a page without TLS says why it has no camera', async () => {
  const { page, errors } = await openPage(browser, {
    name: '',
    phone: true,
    language: 'en',
    theme: 'dark',
  });
  await page.addInitScript(() => Object.defineProperty(navigator, 'mediaDevices', { value: undefined }));
  await page.goto(`${url}/studio/camera`);
  await expectWayOn(page, en.camera.trouble.insecure.title);
  expect(errors).toEqual([]);
  await page.context().close();
});
