import { expect, test } from 'vitest';
import type { Item, Job } from '../api/queries';
import { creditsLeft, stepOf, stepOfPhoto, stepsOf } from './steps';

const SEEN: Item = { idx: 0, status: 'running', segmentation: { status: 'done' } };
const NEW: Item = { idx: 1, status: 'running' };

function job(part: Partial<Job>): Job {
  return { status: 'running', done_items: 0, failed_items: 0, total_items: 2, ...part } as Job;
}

test('a run of photos that were looked at before only paints', () => {
  expect(stepsOf(job({ items: [SEEN] }))).toContain('painting');
  expect(stepsOf(job({ items: [SEEN, NEW] }))).not.toContain('painting');
  expect(stepOfPhoto(SEEN)).toBe('painting');
  expect(stepOfPhoto(NEW)).toBe('both');
});

test('a run is in line, at its photos, and finishing when all of them are through', () => {
  expect(stepOf(job({ status: 'queued', items: [NEW] }))).toBe('queued');
  expect(stepOf(job({ items: [NEW] }))).toBe('both');
  expect(stepsOf(job({ items: [NEW] }))).toContain(stepOf(job({ items: [NEW] })));
  expect(stepOf(job({ items: [SEEN] }))).toBe('painting');
  expect(stepOf(job({ items: [], done_items: 1, failed_items: 1 }))).toBe('finishing');
});

test('what was neither paid nor given back comes back', () => {
  expect(creditsLeft(job({ credits: { held: 10, captured: 3, released: 1 } }))).toBe(6);
});
