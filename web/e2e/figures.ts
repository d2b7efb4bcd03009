import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, inject, test } from 'vitest';
import { en } from '../src/i18n/en';
import { openBrowser, openPage } from './browser';
import { DESK, sayFigures, scroll, tell } from './measuring';

const url = inject('url');
const SAMPLES = join(import.meta.dirname, '../../activities-gpu/models/lite/samples');
const ALBUM = 200;
const folder = mkdtempSync(join(tmpdir(), 'photoset-figures-'));
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
  sayFigures();
});

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

test('first load', async () => {
  const contents: number[] = [];
  const interactives: number[] = [];
  for (let i = 0; i < 5; i++) {
    const { page } = await openPage(browser, DESK);
    await page.addInitScript(() => {
      const long = { end: 0 };
      Object.assign(window, { long });
      const note = (list: PerformanceObserverEntryList) =>
        list.getEntries().forEach((task) => (long.end = task.startTime + task.duration));
      new PerformanceObserver(note).observe({ type: 'longtask', buffered: true });
    });
    await page.goto(url);
    await page.getByRole('button', { name: en.home.samples }).waitFor();
    const [content, interactive] = await page.evaluate(async () => {
      const shown = performance.now();
      await new Promise((resolve) => requestIdleCallback(resolve));
      const { long } = window as unknown as { long: { end: number } };
      const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN;
      return [paint, Math.max(long.end, Math.min(shown, performance.now()))] as const;
    });
    contents.push(content);
    interactives.push(interactive);
    await page.context().close();
  }
  tell('first content, median of 5', median(contents), 'ms', 1000);
  tell('interactive, median of 5', median(interactives), 'ms', 1500);
});

test('an album of two hundred photos', async () => {
  const samples = readdirSync(SAMPLES).filter((name) => name.endsWith('.jpg'));
  const photos = Array.from({ length: ALBUM }, (_, i) => {
    const path = join(folder, `photo-${i}.jpg`);
    const sample = readFileSync(join(SAMPLES, samples[i % samples.length] ?? ''));
    writeFileSync(path, Buffer.concat([sample, Buffer.from(String(i))]));
    return path;
  });
  const { page } = await openPage(browser, DESK);
  await page.route('**/me', async (route) => {
    const response = await route.fetch();
    const body = (await response.json()) as { data: object };
    const data = { ...body.data, max_items_per_job: ALBUM, credits: ALBUM };
    await route.fulfill({ response, json: { ...body, data } });
  });
  await page.goto(url);
  const began = performance.now();
  await page.locator('input[type=file]').first().setInputFiles(photos);
  await page.getByRole('button', { name: en.upload.send(ALBUM) }).waitFor();
  tell(`until ${ALBUM} photos are taken in`, performance.now() - began, 'ms', 10_000);
  await page.waitForFunction((count) => document.querySelectorAll('main li img').length === count, ALBUM);
  tell(`until ${ALBUM} thumbnails are there`, performance.now() - began, 'ms', 30_000);
  await page.mouse.move(700, 450);
  await scroll(browser, page, `album of ${ALBUM}`);
  await page.context().close();
});

/** An own set that is done, as the server tells of it. */
async function finishedSet(page: Page): Promise<string> {
  await page.goto(url);
  await page.getByRole('button', { name: en.home.samples }).click();
  await page.getByRole('button', { name: en.upload.send(3) }).click();
  await page.waitForURL('**/studio/jobs/*');
  const id = page.url().split('/').at(-1) ?? '';
  await page.evaluate(async (job) => {
    const headers = {
      Authorization: `Bearer ${localStorage.getItem('photoset.token')}`,
      'Content-Type': 'application/json',
    };
    const rule = { concepts: { Wall: { action: 'recolor', value: 'sage' } }, protect: [] };
    for (;;) {
      const answer = await fetch(`/jobs/${job}/execute`, {
        method: 'POST',
        headers,
        body: JSON.stringify(rule),
      });
      if (answer.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }, id);
  await page.getByRole('heading', { level: 1, name: en.results.title(3) }).waitFor();
  return id;
}

interface Told {
  data: { job: { items: { idx: number }[]; download_urls: { idx: number }[] } };
}

/** Two hundred of what there were few of, each with its own place. */
function many<T extends { idx: number }>(few: T[]): T[] {
  return Array.from({ length: ALBUM }, (_, idx) => ({ ...(few[idx % few.length] as T), idx }));
}

test('two hundred results, and two hundred sets', async () => {
  const { page } = await openPage(browser, DESK);
  const id = await finishedSet(page);
  await page.route(`${url}/jobs/${id}`, async (route) => {
    const response = await route.fetch();
    const body = (await response.json()) as Told;
    const { job } = body.data;
    const full = { ...job, items: many(job.items), download_urls: many(job.download_urls) };
    await route.fulfill({ response, json: { ...body, data: { ...body.data, job: full } } });
  });
  await page.route(`${url}/jobs?*`, async (route) => {
    const response = await route.fetch();
    const body = (await response.json()) as { data: object[] };
    const data = Array.from({ length: ALBUM }, () => body.data[0] ?? {});
    await route.fulfill({ response, json: { ...body, data } });
  });
  await page.goto(`${url}/studio/jobs/${id}`);
  await page.getByRole('heading', { level: 1, name: en.results.title(ALBUM) }).waitFor();
  await page.waitForLoadState('networkidle');
  await page.mouse.move(700, 800);
  await scroll(browser, page, `${ALBUM} results`);

  await page.goto(`${url}/studio/history`);
  await page.getByRole('heading', { level: 1, name: en.history.title }).waitFor();
  await page.waitForLoadState('networkidle');
  await scroll(browser, page, `${ALBUM} sets`);
  await page.context().close();
});

test('the workspace of two hundred photos', async () => {
  const own = await openBrowser();
  const { page } = await openPage(own, DESK);
  const room = readFileSync(join(SAMPLES, readdirSync(SAMPLES).find((name) => name.endsWith('.jpg')) ?? ''));
  await page.goto(url);
  await page.getByRole('button', { name: en.home.samples }).click();
  // Each with an address of its own, as in an album; nothing of them is kept from one to the next.
  await page.route(`${url}/figures/*`, (route) =>
    route.fulfill({ body: room, contentType: 'image/jpeg', headers: { 'Cache-Control': 'no-store' } }),
  );
  await page.getByRole('button', { name: en.upload.send(3) }).click();
  await page.waitForURL('**/studio/jobs/*');
  await page.route(page.url().replace('/studio', ''), async (route) => {
    const response = await route.fetch();
    const body = (await response.json()) as Told;
    const { job } = body.data;
    const items = many(job.items).map((item) => ({ ...item, view_url: `${url}/figures/${item.idx}` }));
    await route.fulfill({ response, json: { ...body, data: { ...body.data, job: { ...job, items } } } });
  });
  await page.reload();
  const strip = page.getByRole('navigation', { name: en.job.filmstrip });
  await strip
    .getByRole('button')
    .nth(ALBUM - 1)
    .waitFor();
  await page.getByRole('group', { name: en.view.concepts }).waitFor();
  await strip.locator('img').first().hover();
  await scroll(own, page, `filmstrip of ${ALBUM}`, 'right');
  tell(`memory, workspace of ${ALBUM}`, await mostMemory(own), 'MB', 400);
  await own.close();
});

/** Photos of 48 megapixels, painted by a browser of its own, whose memory is not counted. */
async function largePhotos(count: number): Promise<string[]> {
  const painting = await openBrowser();
  const page = await painting.newPage();
  await page.goto(url);
  await page.locator('main img').first().waitFor();
  const paths: string[] = [];
  for (let i = 0; i < count; i++) {
    const bytes = await page.evaluate(async (turn) => {
      const canvas = new OffscreenCanvas(8064, 6048);
      const context = canvas.getContext('2d');
      const room = document.querySelector<HTMLImageElement>('main img');
      if (context === null || room === null) throw new Error('nothing to paint with');
      context.filter = `hue-rotate(${turn * 40}deg)`;
      context.drawImage(room, 0, 0, canvas.width, canvas.height);
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 });
      return new Promise<string>((resolve) => {
        const reader = new FileReader();
        reader.onload = () => resolve((reader.result as string).split(',')[1] ?? '');
        reader.readAsDataURL(blob);
      });
    }, i);
    paths.push(join(folder, `large-${i}.jpg`));
    writeFileSync(paths.at(-1) ?? '', Buffer.from(bytes, 'base64'));
  }
  await painting.close();
  return paths;
}

/** The most memory that the largest process of a page has had, in MB (Linux only). */
async function mostMemory(own: Browser): Promise<number> {
  const devtools = await own.newBrowserCDPSession();
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
  const peaks = processInfo.map(({ type, id }) =>
    type === 'renderer'
      ? Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]) / 1024
      : 0,
  );
  return Math.max(...peaks);
}

test('eight photos of 48 megapixels', async () => {
  const paths = await largePhotos(8);
  const own = await openBrowser();
  const { page } = await openPage(own, DESK);
  await page.goto(url);
  await page.locator('input[type=file]').first().setInputFiles(paths);
  await page.waitForFunction(() => document.querySelectorAll('main li img').length === 8);
  tell('memory, eight photos of 48 MP picked', await mostMemory(own), 'MB', 400);
  await page.getByRole('button', { name: en.upload.send(8) }).click();
  await page.waitForURL('**/studio/jobs/*');
  await page.getByRole('radio', { name: en.rule.change, exact: true }).waitFor();
  tell('memory, their workspace', await mostMemory(own), 'MB', 400);
  await own.close();
});
