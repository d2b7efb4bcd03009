import { loadavg } from 'node:os';
import type { Browser, Page } from 'playwright-core';
import type { Device } from './browser';

export const DESK: Device = { name: '', phone: false, language: 'en', theme: 'light' };
const figures: string[] = [];

/** Keeps a figure, and what it should be. */
export function tell(name: string, measured: number, unit: string, most: number, bound = 'at most'): void {
  figures.push(`${name.padEnd(44)} ${measured.toFixed(0).padStart(6)} ${unit} (${bound} ${most})`);
}

/** Prints what was kept. */
export function sayFigures(): void {
  const load = (loadavg()[0] ?? 0).toFixed(1);
  process.stdout.write(`\n${figures.join('\n')}\nload of the machine meanwhile: ${load}\n\n`);
}

interface Traced {
  traceEvents: { name: string; pid: number; tid: number; tdur?: number; args: { name?: string } }[];
}

/** What the page's own thread did at one go each time, in ms of the processor: a busy machine does not make it longer. */
export function workOf(trace: Buffer): number[] {
  const { traceEvents } = JSON.parse(trace.toString()) as Traced;
  const threadOf = ({ pid, tid }: { pid: number; tid: number }) => `${pid} ${tid}`;
  const pages = new Set(
    traceEvents.flatMap((event) =>
      event.name === 'thread_name' && event.args.name === 'CrRendererMain' ? [threadOf(event)] : [],
    ),
  );
  const tasks = traceEvents.filter(({ name }) => name.endsWith('RunTask'));
  return tasks.flatMap((task) => (pages.has(threadOf(task)) ? [(task.tdur ?? 0) / 1000] : []));
}

/** Scrolls there and back as a wheel or a trackpad does, and tells the longest time between two frames. */
export async function scroll(
  browser: Browser,
  page: Page,
  what: string,
  along: 'down' | 'right' = 'down',
): Promise<void> {
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] });
  await page.evaluate(() => {
    const frames = { longest: 0 };
    Object.assign(window, { frames });
    let last = performance.now();
    const tick = (now: number) => {
      frames.longest = Math.max(frames.longest, now - last);
      last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  for (const step of [...Array<number>(60).fill(120), ...Array<number>(60).fill(-120)]) {
    await page.mouse.wheel(along === 'down' ? 0 : step, along === 'down' ? step : 0);
    await page.waitForTimeout(16);
  }
  const longest = await page.evaluate(
    () => (window as unknown as { frames: { longest: number } }).frames.longest,
  );
  tell(`longest frame, ${what}`, longest, 'ms', 50);
  tell(`most work at one go, ${what}`, Math.max(...workOf(await browser.stopTracing())), 'ms', 50);
}
