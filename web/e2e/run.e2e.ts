import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { en } from '../src/i18n/en';
import { newAccount, ONE_RULE, startRun, type Account } from './album';
import { expectGood, openBrowser, openPage, type Device } from './browser';
import { startProduct } from './product';

const DESK: Device = { name: '', phone: false, language: 'en', theme: 'light' };
const PHONE: Device = { name: '', phone: true, language: 'en', theme: 'dark' };
const url = inject('url');
const { run, results } = en;
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

async function open(account: Account, device: Device): Promise<Page> {
  const { page } = await openPage(browser, device);
  await page.addInitScript((token) => {
    if (sessionStorage.getItem('seen') === null) localStorage.setItem('photoset.token', token);
    sessionStorage.setItem('seen', 'yes');
  }, account.token);
  return page;
}

test('a run is canceled, and what comes back is said before and after', async () => {
  const account = await newAccount(url);
  const id = await startRun(account, 8, ONE_RULE);
  const page = await open(account, PHONE);
  await page.goto(`${url}/studio/jobs/${id}`);
  await page.getByRole('button', { name: run.cancel, exact: true }).click();
  await page.getByText(/\d of 8 credits come back\./).waitFor();
  await expectGood(page, 'run with a question');

  await page.getByRole('button', { name: run.cancelConfirm }).click();
  await page.getByText(run.canceled).waitFor();
  await page.getByText(/\d of 8 credits came back\./).waitFor();
  await expectGood(page, 'canceled');
  await page.context().close();
});

test('without the stream, off the net for a moment and with an expired token a run is seen to its end', async () => {
  const account = await newAccount(url);
  const id = await startRun(account, 5, ONE_RULE);
  const page = await open(account, DESK);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.route('**/events', (route) => route.abort());
  await page.goto(`${url}/studio/jobs/${id}`);
  await page.getByRole('progressbar').waitFor();
  expect(await page.title()).toMatch(/^(\d\/5|In line) · Photoset$/);

  await page.context().setOffline(true);
  await page.getByText(en.offline).waitFor();
  await page.context().setOffline(false);
  let isExpired = true;
  await page.route(`**/jobs/${id}`, async (route) => {
    if (!isExpired || route.request().resourceType() === 'document') return route.continue();
    isExpired = false;
    const error = { code: 'TOKEN_EXPIRED', message: '', details: [] };
    await route.fulfill({ status: 401, json: { success: false, data: null, error } });
  });

  await page.getByRole('heading', { level: 1, name: results.title(5) }).waitFor();
  expect(asked.filter((path) => path === '/auth/refresh')).toHaveLength(1);
  await page.context().close();
});

test('links that ended are renewed by one question, without a word', async () => {
  const account = await newAccount(url);
  const id = await startRun(account, 2, ONE_RULE);
  const page = await open(account, DESK);
  await page.goto(`${url}/studio/jobs/${id}`);
  await page.getByRole('slider', { name: results.slider }).waitFor();

  const ended = new Set<string>();
  let questions = 0;
  page.on('request', (request) => {
    if (request.url().endsWith(`/jobs/${id}`) && request.resourceType() === 'fetch') questions++;
  });
  await page.route(/\/previews\//, async (route) => {
    // The links of the first answer.
    if (questions > 1) return route.continue();
    ended.add(route.request().url());
    await route.fulfill({ status: 403 });
  });
  await page.reload();
  await expect.poll(() => questions).toBe(2);
  const pictures = page.locator('[data-pane] img, ul button img');
  const areThere = () =>
    pictures.evaluateAll(
      (all) => all.length > 0 && all.every((one) => (one as HTMLImageElement).naturalWidth > 0),
    );
  await expect.poll(areThere).toBe(true);
  expect(ended.size).toBeGreaterThan(0);
  expect(questions).toBe(2);
  expect(await page.getByText(results.notLoaded).count()).toBe(0);
  await page.context().close();
});

test('a run outlives the server, and its page the restart', async () => {
  const product = await startProduct();
  try {
    const account = await newAccount(product.url);
    const id = await startRun(account, 6, ONE_RULE);
    const page = await open(account, DESK);
    await page.goto(`${product.url}/studio/jobs/${id}`);
    // The same is said to a screen reader, a moment later.
    await page
      .getByText(/^[1-5] of 6 done$/)
      .first()
      .waitFor();

    await product.pause();
    await page.getByText(run.away).waitFor();
    await expectGood(page, 'server away');
    await product.resume();
    await page.getByRole('heading', { level: 1, name: results.title(6) }).waitFor();
    await page.context().close();
  } finally {
    await product.stop();
  }
});
