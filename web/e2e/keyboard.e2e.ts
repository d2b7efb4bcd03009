import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { ko } from '../src/i18n/ko';
import { openBrowser, openPage } from './browser';

/** So many presses of Tab lead to the end of any page of the studio. */
const TABS_MAX = 150;

/** Presses Tab until what is looked for has the focus, and that can be seen. */
async function tabTo(page: Page, what: ReturnType<Page['locator']>): Promise<void> {
  await what.first().waitFor();
  for (let i = 0; i < TABS_MAX; i++) {
    if (await what.first().evaluate((element) => element === document.activeElement)) {
      expect(await page.evaluate(focusIsSeen)).toBe(true);
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`${await what.first().evaluate((element) => element.outerHTML)} is not reached by Tab`);
}

/** Whether what has the focus lies on the screen, and not under a bar. */
function focusIsSeen(): boolean {
  const focused = document.activeElement;
  if (focused === null) return false;
  const { left, top, width, height } = focused.getBoundingClientRect();
  const there = document.elementFromPoint(left + width / 2, top + height / 2);
  // A radio or a slider lies under its own label or picture.
  return there !== null && (focused.contains(there) || (focused.parentElement?.contains(there) ?? false));
}

async function press(page: Page, role: 'button' | 'radio', name: string | RegExp, key = 'Enter') {
  await tabTo(page, page.getByRole(role, { name, exact: true }));
  await page.keyboard.press(key);
}

test('from the first visit to the zip by the keyboard alone', async () => {
  const browser = await openBrowser();
  const { page, errors } = await openPage(browser, {
    name: '',
    phone: false,
    language: 'ko',
    theme: 'dark',
    welcome: true,
  });
  await page.goto(inject('url'));
  await press(page, 'button', ko.welcome.skip);
  await press(page, 'button', ko.home.samples);
  await press(page, 'button', ko.upload.send(3));
  await page.waitForURL('**/studio/jobs/*');

  // Three radios are one stop: Tab enters them, arrows choose.
  await tabTo(page, page.getByRole('radio', { name: ko.rule.keep, exact: true }));
  await page.keyboard.press('ArrowRight');
  await page.getByText(ko.rule.seen.true, { exact: true }).waitFor();
  const make = page.getByRole('button', { name: ko.rule.make(3, 3) });
  await page.waitForFunction(
    (name) =>
      [...document.querySelectorAll('button')].some((one) => one.textContent === name && !one.disabled),
    ko.rule.make(3, 3),
  );
  await tabTo(page, make);
  await page.keyboard.press('Enter');

  await tabTo(page, page.getByRole('slider', { name: ko.results.slider }));
  await page.keyboard.press('Home');
  await tabTo(page, page.getByRole('button', { name: `${ko.sets.compose}: ` }));
  await page.keyboard.press('Enter');
  const zip = page.getByRole('button', { name: `${ko.sets.zip}: ` });
  await zip.waitFor();
  const zipped = page.waitForEvent('download');
  await tabTo(page, zip);
  await page.keyboard.press('Enter');
  expect((await zipped).suggestedFilename()).toMatch(/\.zip$/);
  expect(errors).toEqual([]);
  await browser.close();
});
