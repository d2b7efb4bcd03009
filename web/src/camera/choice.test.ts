import { beforeEach, expect, test } from 'vitest';
import { chooseDomain, conceptsOf, handChoiceTo, setChoice, toggleConcept } from './choice';

beforeEach(() => {
  localStorage.clear();
  setChoice({ preset: 'interior', concepts: [] });
});

test('another domain drops the concepts, and undoing brings them back', () => {
  toggleConcept('Wall');
  const { dropped, undo } = chooseDomain('seller');
  expect(dropped).toBe(1);
  handChoiceTo('job-1');
  expect(conceptsOf('job-1')).toEqual([]);
  undo();
  handChoiceTo('job-1');
  expect(conceptsOf('job-1')).toEqual(['Wall']);
});

test('concepts go to one job, and the next begins anew', () => {
  toggleConcept('Floor');
  toggleConcept('Wall');
  toggleConcept('Floor');
  handChoiceTo('job-1');
  handChoiceTo('job-2');
  expect(conceptsOf('job-1')).toEqual(['Wall']);
  expect(conceptsOf('job-2')).toEqual([]);
});
