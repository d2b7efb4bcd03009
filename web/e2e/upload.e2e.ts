import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { en } from '../src/i18n/en';
import { ko } from '../src/i18n/ko';
import { DEVICES, dropFiles, expectGood, openBrowser, openPage, type Device } from './browser';

const url = inject('url');
const DESK: Device = { name: '', phone: false, language: 'en', theme: 'light' };
const PHONE: Device = { name: '', phone: true, language: 'ko', theme: 'dark' };
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

/** A white pixel, which decoders read; what follows its end makes each another file. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=',
  'base64',
);

function pictures(count: number) {
  return Array.from({ length: count }, (_, i) => ({
    name: `photo-${i + 1}.png`,
    mimeType: 'image/png',
    buffer: Buffer.concat([PIXEL, Buffer.from(String(i))]),
  }));
}

function choose(page: Page, files: ReturnType<typeof pictures>): Promise<void> {
  return page.locator('input[type=file]').first().setInputFiles(files);
}

/** The sample rooms as an album, and the button that sends it. */
async function sampleAlbum(page: Page, texts: typeof en) {
  await page.goto(url);
  await page.getByRole('button', { name: texts.home.samples }).click();
  const send = page.getByRole('button', { name: texts.upload.send(3) });
  await send.waitFor();
  return send;
}

/** Waits until the browser keeps so many photos, so that a reload loses none. */
async function kept(page: Page, count: number): Promise<void> {
  const stored = (): Promise<number> =>
    new Promise((resolve) => {
      const opening = indexedDB.open('photoset');
      opening.onsuccess = () => {
        const all = opening.result.transaction('photos').objectStore('photos').count();
        all.onsuccess = () => resolve(all.result);
        opening.result.close();
      };
    });
  await expect.poll(() => page.evaluate(stored)).toBeGreaterThanOrEqual(count);
}

/** What goes to the store, which has another address than the pages. */
function toStore(address: URL): boolean {
  return address.origin !== new URL(url).origin && address.protocol === 'http:';
}

const only = (method: string, deal: (route: Route) => unknown) => (route: Route) =>
  route.request().method() === method ? deal(route) : route.continue();

test.each(DEVICES)('what does not fit is named, and the rest is kept: $name', async (device) => {
  const texts = device.language === 'ko' ? ko : en;
  const { page, errors } = await openPage(browser, device);
  await page.goto(url);
  await choose(page, [
    { name: 'notes.txt', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') },
    ...pictures(1),
    ...pictures(1),
  ]);
  await page.getByText(texts.upload.rejected.no_photo('notes.txt')).waitFor();
  await page.getByText(texts.upload.rejected.twice('photo-1.png')).waitFor();

  await choose(page, pictures(201));
  const told = page.getByText(texts.upload.rejected.too_many('', 191, 10));
  await told.click();
  await page.getByText('photo-201.png').waitFor();
  await expect.poll(() => page.getByRole('img', { name: /^photo-/ }).count()).toBe(10);
  await expectGood(page, 'ten of 201');
  expect(errors).toEqual([]);
  await page.context().close();
});

test('two hundred photos are warned of, and those that cannot be paid are said before they are sent', async () => {
  const { page, errors } = await openPage(browser, DESK);
  await page.route('**/me', async (route) => {
    const response = await route.fetch();
    const body = (await response.json()) as { data: object };
    await route.fulfill({ response, json: { ...body, data: { ...body.data, max_items_per_job: 200 } } });
  });
  await page.goto(url);
  await choose(page, pictures(201));
  await page.getByText(en.upload.rejected.too_many('photo-201.png', 1, 200)).waitFor();
  await page.getByText(/^200 photos are .* MB to send/).waitFor();
  await page.getByText(en.upload.credits(200, 10)).waitFor();
  await expect.poll(() => page.getByRole('button', { name: en.upload.send(200) }).isDisabled()).toBe(true);
  await expectGood(page, 'two hundred');
  expect(errors).toEqual([]);
  await page.context().close();
});

test('sending goes on by itself when the server is back, and after a reload', async () => {
  const { page } = await openPage(browser, PHONE);
  const send = await sampleAlbum(page, ko);
  let through = 0;
  const cut = only('PUT', (route) => (through++ < 1 ? route.continue() : route.abort('connectionreset')));
  await page.route(toStore, cut);
  await send.click();
  await page.getByText(ko.upload.waiting).waitFor();
  await page.getByText(ko.upload.sending(1, 3)).waitFor();
  await expectGood(page, 'nothing gets through');

  await page.route('**/jobs/*', (route) => route.abort());
  await page.reload();
  await page.getByText(ko.upload.waiting).waitFor();
  const sent: string[] = [];
  page.on('request', (request) => request.method() === 'PUT' && sent.push(request.url()));
  await page.unroute(toStore);
  await page.unroute('**/jobs/*');
  await page.waitForURL('**/studio/jobs/*');
  expect(sent).toHaveLength(2);
  await page.context().close();
});

test.each(DEVICES)('photos that were all discarded come back, also after a reload: $name', async (device) => {
  const texts = device.language === 'ko' ? ko : en;
  const { upload, home } = texts;
  const { page, errors } = await openPage(browser, device);
  const discard = async () => {
    await page.getByRole('button', { name: upload.discard }).click();
    await page.getByRole('heading', { level: 1, name: home.title }).waitFor();
    await page.getByText(upload.discarded(3)).waitFor();
  };
  await sampleAlbum(page, texts);
  await discard();
  await expectGood(page, 'discarded');

  await sampleAlbum(page, texts);
  const shown = page.locator('img[alt$=".jpg"]');
  const names = () => shown.evaluateAll((all) => all.map((one) => one.getAttribute('alt')));
  // A photo that is still read is shown by its name without a picture.
  await shown.nth(2).waitFor();
  const before = await names();
  await kept(page, 3);
  // Now they come from what the browser keeps, not from files.
  await page.reload();
  await page.getByRole('radio').nth(1).check({ force: true });
  await discard();
  // At once: it is offered for some seconds.
  await page.getByRole('button', { name: upload.undo }).click();
  await page.getByRole('button', { name: upload.send(3) }).waitFor();
  await expect.poll(names).toEqual(before);
  await kept(page, 3);
  await page.reload();
  await expect.poll(names).toEqual(before);
  expect(await page.getByRole('radio').nth(1).isChecked()).toBe(true);
  await page.getByRole('button', { name: upload.send(3) }).click();
  await page.waitForURL('**/studio/jobs/*');
  expect(errors).toEqual([]);
  await page.context().close();
});

test('links that the store refuses are exchanged once for all photos', async () => {
  const { page } = await openPage(browser, DESK);
  const send = await sampleAlbum(page, en);
  let refused = 0;
  await page.route(
    toStore,
    only('PUT', (route) => (refused++ < 3 ? route.fulfill({ status: 403 }) : route.continue())),
  );
  const asked: string[] = [];
  page.on('request', (request) => request.url() === `${url}/jobs` && asked.push(request.method()));
  await send.click();
  await page.waitForURL('**/studio/jobs/*');
  // For the job, for its links, and for fresh ones.
  expect(asked.filter((method) => method === 'POST')).toHaveLength(3);
  await page.context().close();
});

test('a photo that is refused for good can be sent again, or left out', async () => {
  const { page } = await openPage(browser, DESK);
  const send = await sampleAlbum(page, en);
  const refuse = only('PUT', (route) =>
    /\/2\b[^/]*$/.test(new URL(route.request().url()).pathname)
      ? route.fulfill({ status: 403 })
      : route.continue(),
  );
  await page.route(toStore, refuse);
  await send.click();
  await page.getByText(en.upload.failed(1)).waitFor({ timeout: 60_000 });
  await expectGood(page, 'one failed');
  await page.unroute(toStore);
  await page.getByRole('button', { name: en.upload.retry('bedroom.jpg') }).click();
  await page.waitForURL('**/studio/jobs/*');
  await page.context().close();
});

test('a device without room says so and goes on in memory', async () => {
  const { page } = await openPage(browser, PHONE);
  await page.goto(url);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: url, quotaSize: 1 });
  const send = await sampleAlbum(page, ko);
  await page.getByText(ko.upload.unkept).waitFor();
  await expectGood(page, 'no room');
  await send.click();
  await page.waitForURL('**/studio/jobs/*');
  await page.context().close();
});

test('photos and folders are taken wherever they are dropped or pasted', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'photoset-drop-'));
  mkdirSync(join(folder, 'rooms'));
  const [one, two, three] = pictures(3).map(({ buffer }) => buffer);
  writeFileSync(join(folder, 'rooms', 'room-10.png'), one ?? '');
  writeFileSync(join(folder, 'rooms', 'room-9.png'), two ?? '');
  writeFileSync(join(folder, 'rooms', '.DS_Store'), 'litter');
  const { page, errors } = await openPage(browser, DESK);
  await page.goto(`${url}/studio/settings`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await dropFiles(page, [join(folder, 'rooms')], en);
  await page.getByRole('button', { name: en.upload.send(2) }).waitFor();
  const names = page.getByRole('img', { name: /^room-/ });
  // A photo that is still read is shown by its name without a picture.
  await expect.poll(() => names.nth(0).getAttribute('alt')).toBe('room-9.png');

  await page.evaluate(
    (bytes) => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([new Uint8Array(bytes)], 'pasted.png', { type: 'image/png' }));
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    },
    Array.from(three ?? []),
  );
  await page.getByRole('button', { name: en.upload.send(3) }).waitFor();
  expect(errors).toEqual([]);
  rmSync(folder, { recursive: true });
  await page.context().close();
});
