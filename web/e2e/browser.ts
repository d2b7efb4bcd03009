import type axeCore from 'axe-core';
import type { RunOnly } from 'axe-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Texts } from '../src/i18n/en';
import { STEP_MAX_MS } from './limits';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export interface Device {
  name: string;
  phone: boolean;
  language: 'ko' | 'en';
  theme: 'light' | 'dark';
  /** Whether somebody comes for the first time, and is told how it works. */
  welcome?: boolean;
  /** Whether the service worker takes part; it answers before `page.route` hears of a request. */
  worker?: boolean;
  /** What was allowed before. */
  allowed?: ('camera' | 'notifications')[];
}

/** A phone and a desk that share neither language nor theme. */
export const DEVICES: Device[] = [
  { name: 'phone, Korean, light', phone: true, language: 'ko', theme: 'light' },
  { name: 'desk, English, dark', phone: false, language: 'en', theme: 'dark' },
];

/** The same two, each with the other's language. */
export const CROSSED: Device[] = [
  { name: 'phone, English, dark', phone: true, language: 'en', theme: 'dark' },
  { name: 'desk, Korean, light', phone: false, language: 'ko', theme: 'light' },
];

const FAKE_CAMERA = '--use-fake-device-for-media-stream';

/** With a camera that shows a picture of its own; whoever is asked for it denies it, or there is none, as `camera` says. */
export function openBrowser(camera: 'there' | 'denied' | 'absent' = 'there'): Promise<Browser> {
  const flags = { there: [FAKE_CAMERA], denied: [FAKE_CAMERA, '--deny-permission-prompts'], absent: [] };
  return chromium.launch({
    executablePath: process.env.PHOTOSET_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', ...flags[camera]],
  });
}

/** A page on a device; what it says on its console as an error, violations of its policy among it, is in `errors`. */
export async function openPage(browser: Browser, device: Device): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext({
    viewport: device.phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
    hasTouch: device.phone,
    isMobile: device.phone,
    locale: device.language === 'ko' ? 'ko-KR' : 'en-US',
    colorScheme: device.theme,
    reducedMotion: 'reduce',
    acceptDownloads: true,
    serviceWorkers: device.worker ? 'allow' : 'block',
    permissions: device.allowed ?? [],
  });
  if (!device.welcome) await context.addInitScript(beWelcomed);
  context.setDefaultTimeout(STEP_MAX_MS);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  return { page, errors };
}

function beWelcomed(): void {
  const key = 'photoset.preferences';
  if (localStorage.getItem(key) === null) localStorage.setItem(key, '{"welcomed":true}');
}

/** No broken rule of WCAG 2.2 AA that a program can see. */
export async function expectAccessible(
  page: Page,
  where: string,
  rules: RunOnly = { type: 'tag', values: RULES },
): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const violations = await page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as { axe: typeof axeCore };
    const result = await axe.run(document, { runOnly });
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
  }, rules);
  expect(violations, where).toEqual([]);
}

/** Nothing has to be scrolled sideways. */
export async function expectNoOverflow(page: Page, where: string): Promise<void> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over, where).toBeLessThanOrEqual(0);
}

/** Accessible, no wider than the screen, and to be read in the other theme too. */
export async function expectGood(page: Page, where: string): Promise<void> {
  await expectAccessible(page, where);
  await expectNoOverflow(page, where);
  const dark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  await page.emulateMedia({ colorScheme: dark ? 'light' : 'dark' });
  await page.evaluate(painted);
  await expectAccessible(page, `${where}, in the other theme`, { type: 'rule', values: ['color-contrast'] });
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
}

/** Colors change at once or within a frame or two, and are judged afterwards. What turns while it waits never ends. */
async function painted(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const ending = document
    .getAnimations()
    .filter((running) => running.effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(ending.map((running) => running.finished));
}

/** Drops files or folders of this machine on the page. */
export async function dropFiles(page: Page, files: string[], { upload }: Texts): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    if (type === 'drop') await page.getByText(upload.dropNow).waitFor();
    await devtools.send('Input.dispatchDragEvent', {
      type,
      x: 400,
      y: 400,
      data: { items: [], files, dragOperationsMask: 1 },
    });
  }
}
