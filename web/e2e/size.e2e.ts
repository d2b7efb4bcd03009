import { gzipSync } from 'node:zlib';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { openBrowser, openPage } from './browser';

const ASSETS = join(import.meta.dirname, '../dist/assets');
const SCRIPT_BYTES_MAX = 200 * 1024;
const STYLE_BYTES_MAX = 30 * 1024;

test('the first page loads no more than 200 KB of script, and all styles together are 30 KB at most', async () => {
  const browser = await openBrowser();
  const { page } = await openPage(browser, { name: '', phone: true, language: 'ko', theme: 'light' });
  const scripts = new Set<string>();
  page.on('request', (request) => /\.js$/.test(request.url()) && scripts.add(request.url()));
  await page.goto(inject('url'), { waitUntil: 'networkidle' });
  await browser.close();

  const names = [...scripts].map((url) => url.split('/').at(-1) ?? '');
  expect(names.length).toBeGreaterThan(0);
  const first = sum(names.filter((name) => readdirSync(ASSETS).includes(name)));
  const styles = sum(readdirSync(ASSETS).filter((name) => name.endsWith('.css')));
  expect(first).toBeLessThanOrEqual(SCRIPT_BYTES_MAX);
  expect(styles).toBeLessThanOrEqual(STYLE_BYTES_MAX);
});

function sum(names: string[]): number {
  return names.reduce((bytes, name) => bytes + gzipSync(readFileSync(join(ASSETS, name))).length, 0);
}
