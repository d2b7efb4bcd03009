import type { Browser } from 'playwright-core';
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
    await page.getByRole('button', { name: texts.welcome.skip }).click();
    await title(second).waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('heading', { level: 1, name: texts.home.title }).waitFor();
    expect(await title(first).count()).toBe(0);

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
