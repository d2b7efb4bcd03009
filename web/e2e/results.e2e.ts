import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { en } from '../src/i18n/en';
import { ko } from '../src/i18n/ko';
import { newAccount, startRun, THREE_DESIGNS } from './album';
import { DEVICES, expectGood, openBrowser, openPage } from './browser';

const url = inject('url');
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

/** Where each pane looks. */
function views(page: Page): Promise<string[]> {
  return page
    .locator('[data-pane] > div:first-child')
    .evaluateAll((layers) => layers.map((layer) => (layer as HTMLElement).style.transform));
}

test.each(DEVICES)('results are compared, proved, taken home and deleted: $name', async (device) => {
  const texts = device.language === 'ko' ? ko : en;
  const { results, sets, deletion } = texts;
  const account = await newAccount(url);
  const id = await startRun(account, 3, THREE_DESIGNS);
  const { page, errors } = await openPage(browser, device);
  await page.addInitScript((token) => {
    if (sessionStorage.getItem('seen') === null) localStorage.setItem('photoset.token', token);
    sessionStorage.setItem('seen', 'yes');
  }, account.token);
  const tab = (name: string) => page.getByRole('radio', { name, exact: true }).check({ force: true });

  await page.goto(`${url}/studio/jobs/${id}`);
  const slider = page.getByRole('slider', { name: results.slider });
  await slider.waitFor();
  await slider.press('Home');
  await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe(results.sliderValue(0));
  await slider.press('End');
  await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe(results.sliderValue(100));
  await page.getByRole('button', { name: results.half, exact: true }).click();
  await expect.poll(() => slider.inputValue()).toBe('50');

  await page.getByText(results.proof.inProtect('0')).click();
  await page.getByText(results.proof.meaning).waitFor();
  await page.getByText(results.watermark).waitFor();
  await page.waitForLoadState('networkidle');
  await expectGood(page, 'slider and proof');

  await tab(results.modes.side);
  await page.getByRole('button', { name: results.zoomIn }).click();
  const [before, after, ...others] = await views(page);
  expect(before).toContain('scale(1.5)');
  expect(after).toBe(before);
  expect(others).toEqual([]);
  await tab(results.modes.designs);
  expect(new Set(await views(page))).toEqual(new Set([before]));
  await page.getByRole('button', { name: results.copyLinkOf('A') }).waitFor();
  await expectGood(page, 'designs');
  const saved: string[] = [];
  page.on('download', (download) => saved.push(download.suggestedFilename()));
  await tab('B');
  await page.getByRole('button', { name: results.downloadDesign('B') }).click();
  await expect.poll(() => saved.splice(0)).toEqual(['photo-1-b.png']);
  await page.getByRole('button', { name: results.downloadDesigns(3) }).click();
  await expect.poll(() => saved).toEqual(['photo-1-a.png', 'photo-1-b.png', 'photo-1-c.png']);
  saved.length = 0;

  await tab(results.modes.after);
  const peek = page.getByRole('button', { name: results.peek });
  await peek.dispatchEvent('pointerdown');
  await page.locator('figcaption').getByText(results.before, { exact: true }).waitFor();
  await peek.dispatchEvent('pointerup');
  await page.locator('figcaption').getByText(results.after, { exact: true }).waitFor();

  await tab('A · Blue');
  const boxes = page.getByRole('checkbox');
  await boxes.nth(0).check({ force: true });
  await boxes.nth(2).check({ force: true });
  await page.getByRole('button', { name: results.downloadSelected(2) }).click();
  await expect.poll(() => saved).toEqual(['photo-1-a.png', 'photo-3-a.png']);

  await page
    .getByRole('button', { name: `${sets.withWords}: ` })
    .last()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(sets.titleLabel).fill('Kim residence');
  await dialog.getByLabel(sets.labelLabel).fill('Edited');
  await dialog.getByLabel(sets.caption(texts.job.photo(1))).fill('Bath');
  await expectGood(page, 'order of a set');
  await dialog.getByRole('button', { name: sets.compose }).click();
  await page.getByRole('button', { name: `${sets.zip}: ` }).waitFor();
  await page.getByText('Kim residence').waitFor();
  await page.locator('summary').last().click();
  await page
    .getByRole('link', { name: /^boards\// })
    .last()
    .waitFor();
  await page.waitForLoadState('networkidle');
  await expectGood(page, 'a set and its files');

  await page.goto(`${url}/studio/history`);
  await page.getByRole('button', { name: deletion.one }).waitFor();
  await expectGood(page, 'list of sets');
  await tab(texts.filters.kinds.failed);
  await page.getByText(texts.history.noneOfKind).waitFor();
  await tab(texts.filters.kinds.done);
  await page.getByRole('button', { name: deletion.one }).click();
  await expectGood(page, 'question before a deletion');
  await page.getByRole('button', { name: deletion.confirm }).click();
  await page.getByText(texts.filters.pictures.deleted).waitFor();
  await page.goto(`${url}/studio/jobs/${id}`);
  await page.getByRole('heading', { level: 1, name: texts.job.gone }).waitFor();
  await expectGood(page, 'deleted');

  await page.goto(`${url}/studio/settings`);
  await page.getByRole('button', { name: deletion.all }).click();
  await page.getByRole('button', { name: deletion.confirm }).click();
  await page.getByText(deletion.over(1)).waitFor();
  await expectGood(page, 'all deleted');
  await page.getByRole('button', { name: texts.settings.leave, exact: true }).click();
  await expectGood(page, 'question before leaving');
  await page.getByRole('button', { name: texts.settings.leaveConfirm, exact: true }).click();
  await page.waitForURL(`${url}/`);
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('photoset.token')))
    .not.toBe(account.token);
  expect(errors).toEqual([]);
  await page.context().close();
});
