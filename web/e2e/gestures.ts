import type { Locator, Page } from 'playwright-core';

/** How much larger than whole a photo is shown in its frame. */
export function scaleOf(frame: Locator): Promise<number> {
  return frame.evaluate((element) => new DOMMatrix(getComputedStyle(element.firstElementChild!).transform).a);
}

/** Two fingers that part. */
export async function pinch(page: Page, x: number, y: number): Promise<void> {
  const touch = await page.context().newCDPSession(page);
  const fingers = (apart: number) => [
    { x: x - apart, y, id: 0 },
    { x: x + apart, y, id: 1 },
  ];
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(20) });
  for (const apart of [30, 40, 60, 80])
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: fingers(apart) });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}
