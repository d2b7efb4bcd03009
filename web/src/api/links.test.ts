import { expect, test } from 'vitest';
import { forgetLinks, lifetimeOf, objectOf, steady } from './links';

const GIVEN = Date.UTC(2026, 0, 2, 3, 4, 5);
const HALF_MS = 15 * 60 * 1000;

function link(job: string, signature: string): string {
  return `https://store/outputs/u/${job}/a/0.png?X-Amz-Date=20260102T030405Z&X-Amz-Expires=1800&X-Amz-Signature=${signature}`;
}

test('a link is kept for half of its time, whatever comes meanwhile', () => {
  expect(steady(link('one', '1'), GIVEN)).toBe(link('one', '1'));
  expect(steady(link('one', '2'), GIVEN + HALF_MS - 1)).toBe(link('one', '1'));
  expect(steady(link('one', '3'), GIVEN + HALF_MS)).toBe(link('one', '3'));
});

test('a link that says nothing of its time is never kept', () => {
  expect(steady('https://store/x/two/0.png?sig=1')).toBe('https://store/x/two/0.png?sig=1');
  expect(steady('https://store/x/two/0.png?sig=2')).toBe('https://store/x/two/0.png?sig=2');
});

test('after one failed, no link of its job is used again, and those of others are', () => {
  steady(link('three', '1'), GIVEN);
  steady(link('four', '1'), GIVEN);

  forgetLinks('three');

  expect(steady(link('three', '2'), GIVEN)).toBe(link('three', '2'));
  expect(steady(link('four', '2'), GIVEN)).toBe(link('four', '1'));
});

test('a link says what it leads to and for how long', () => {
  expect(objectOf(link('five', '1'))).toBe('https://store/outputs/u/five/a/0.png');
  expect(lifetimeOf(link('five', '1'))).toBe(1800);
  expect(lifetimeOf('https://store/x')).toBeNull();
});
