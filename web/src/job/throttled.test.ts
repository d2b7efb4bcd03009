import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { throttled } from './throttled';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('many calls are one at once and one at the end', () => {
  const call = vi.fn();
  const limited = throttled(1000, call);
  for (let i = 0; i < 5; i++) limited.call();
  expect(call).toHaveBeenCalledTimes(1);

  vi.advanceTimersByTime(1000);
  expect(call).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(5000);
  expect(call).toHaveBeenCalledTimes(2);

  limited.call();
  expect(call).toHaveBeenCalledTimes(3);
});

test('nothing comes after it was canceled', () => {
  const call = vi.fn();
  const limited = throttled(1000, call);
  limited.call();
  limited.call();
  limited.cancel();
  vi.advanceTimersByTime(5000);

  expect(call).toHaveBeenCalledTimes(1);
});
