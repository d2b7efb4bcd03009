import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { en } from '../src/i18n/en';
import { ko } from '../src/i18n/ko';
import { DEVICES, expectGood, openBrowser, openPage } from './browser';
import { startFront } from './front';

const product = inject('url');
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

/** Comes to the page for the first time, until its service worker is at work. */
async function visit(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

test('the studio starts without a network, and keeps what it knows', async () => {
  const front = await startFront(product);
  const [phone] = DEVICES;
  const { page } = await openPage(browser, { ...(phone ?? never()), worker: true });
  await visit(page, front.url);
  await page.goto(`${front.url}/studio/camera`);
  await page.getByRole('button', { name: ko.camera.menu }).click();
  await page.getByRole('button', { name: '인테리어', exact: true }).waitFor();
  await front.stop();

  await page.goto(`${front.url}/studio/camera`);
  await page.getByRole('button', { name: ko.camera.menu }).click();
  await page.getByRole('button', { name: '인테리어', exact: true }).click();
  await page.goto(front.url);
  await page.getByRole('heading', { level: 1, name: ko.home.title }).waitFor();
  await expectGood(page, 'start without a network');
  await page.goto(`${front.url}/studio/settings`);
  await page.getByText(ko.problem.OFFLINE).waitFor();
  const kept = await page.evaluate(keptNames);
  expect(kept.filter((path) => /^\/(me|jobs|auth|plans)/.test(path))).toEqual([]);
  expect(kept).toContain('/presets');
  await page.context().close();
});

test('an older build is replaced when somebody says so, and loads once', async () => {
  const front = await startFront(product);
  const { page, errors } = await openPage(browser, { ...(DEVICES[1] ?? never()), worker: true });
  await visit(page, front.url);
  await page.goto(`${front.url}/studio/settings`);
  let loads = 0;
  page.on('load', () => loads++);

  front.setWorker((script) =>
    script.replaceAll(/\/assets\/index-[^"'`,]+\.js/g, '$&?newer').concat('// newer'),
  );
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await page.getByText(en.install.newBuild).waitFor();
  await expectGood(page, 'a newer build');
  expect(loads).toBe(0);
  await page.getByRole('button', { name: en.install.load }).click();
  await page.waitForEvent('load');
  await page.getByRole('heading', { level: 1, name: en.settings.title }).waitFor();
  await page.getByText(en.settings.number).waitFor();
  expect(loads).toBe(1);
  expect(await page.getByText(en.install.newBuild).count()).toBe(0);
  expect(errors).toEqual([]);
  await page.context().close();
  await front.stop();
});

test('photos that another app shares are in the album', async () => {
  const { page, errors } = await openPage(browser, { ...(DEVICES[0] ?? never()), worker: true });
  await visit(page, product);
  const photo = readFileSync('../activities-gpu/models/lite/samples/living_tv.jpg').toString('base64');
  const answer = await page.evaluate(share, photo);
  expect(new URL(answer).search).toBe('?shared=here');
  await page.goto(answer);
  await page.getByRole('button', { name: ko.upload.send(1) }).waitFor();
  expect(new URL(page.url()).search).toBe('');
  await page.goto(`${product}/?shared=missed`);
  await page.getByText(ko.install.missed).waitFor();
  await expectGood(page, 'shared in vain');
  expect(errors).toEqual([]);
  await page.context().close();
});

test('the offer to install waits in the settings', async () => {
  const { page } = await openPage(browser, DEVICES[1] ?? never());
  await page.goto(`${product}/studio/settings`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.getByRole('button', { name: en.install.action }).count()).toBe(0);
  await page.evaluate(() => {
    const prompt = () => Promise.resolve(document.body.setAttribute('data-asked', 'yes'));
    window.dispatchEvent(Object.assign(new Event('beforeinstallprompt'), { prompt }));
  });
  await page.getByRole('button', { name: en.install.action }).click();
  await page.locator('[data-asked=yes]').waitFor();
  await page.getByRole('button', { name: en.install.action }).waitFor({ state: 'detached' });
  await page.context().close();
});

function never(): never {
  throw new Error('no device');
}

/** The paths of all that the browser keeps for the studio. */
async function keptNames(): Promise<string[]> {
  const names: string[] = [];
  for (const name of await caches.keys())
    for (const { url } of await (await caches.open(name)).keys()) names.push(new URL(url).pathname);
  return names;
}

/** As a phone does, by a form of files; the page's own policy allows no forms. */
async function share(photo: string): Promise<string> {
  const bytes = Uint8Array.from(atob(photo), (char) => char.charCodeAt(0));
  const form = new FormData();
  form.append('photos', new File([bytes], 'from-elsewhere.jpg', { type: 'image/jpeg' }));
  return (await fetch('/studio/share', { method: 'POST', body: form })).url;
}
