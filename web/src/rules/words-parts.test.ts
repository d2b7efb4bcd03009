import { expect, test } from 'vitest';
import type { Material } from '../api/queries';
import type { Action } from './rule';
import { findMaterials } from './swatches';
import { firstOf, partsOf, readOf } from './words-parts';

test('a line is parted where it was read, and nothing of it is lost', () => {
  const line = '벽은 세이지, 소파는 파랑';
  const parts = partsOf(line, {
    understood: [
      { text: '벽', at: 0, meaning: 'Wall' },
      { text: '세이지', at: 3, meaning: 'sage' },
    ],
    unknown: [{ text: '소파', at: 8, reason: 'unknown_word', message: '', choices: [] }],
  });
  expect(parts.map(({ text }) => text).join('')).toBe(line);
  expect(parts.filter(({ kind }) => kind === 'unknown')).toEqual([{ at: 8, text: '소파', kind: 'unknown' }]);
  expect(parts.map(({ kind }) => kind)).toEqual([
    'understood',
    'between',
    'understood',
    'between',
    'unknown',
    'between',
  ]);
});

test('a word that is read twice stands once', () => {
  const read = { text: 'oak floor', at: 0, meaning: 'oak_a' };
  const parts = partsOf('oak floor', { understood: [read, { ...read, at: 4, text: 'floor' }], unknown: [] });
  expect(parts).toEqual([{ at: 0, text: 'oak floor', kind: 'understood' }]);
});

test('what every rule protects anyway is not taken for something that was said', () => {
  const read = readOf({
    rule: { concepts: {}, protect: ['Grout', 'Door'] },
    understood: [
      { text: 'keep', at: 0, meaning: 'protect' },
      { text: 'doors', at: 9, meaning: 'Door' },
    ],
    unknown: [],
  });
  expect(read).toEqual({ concepts: {}, protect: ['Door'] });
});

test('a line is about the first thing that it changes, and about what it protects only where it changes nothing', () => {
  const sage: Action = { action: 'recolor', value: 'sage' };
  const saying = (...meanings: string[]) => ({
    understood: meanings
      .map((meaning, i) => ({ text: meaning, at: 10 * (meanings.length - i), meaning }))
      .reverse(),
  });
  const doors = { concepts: {}, protect: ['Door'] };
  const all = { concepts: { Floor: sage, Wall: sage }, protect: ['Door'] };
  // Told here from the last word to the first.
  expect(firstOf(all, saying('Floor', 'sage', 'Wall', 'Door', 'protect'))).toBe('Wall');
  expect(firstOf(all, saying('sage'))).toBe('Floor');
  expect(firstOf(doors, saying('Door', 'protect'))).toBe('Door');
  expect(firstOf({ concepts: {}, protect: [] }, saying())).toBeUndefined();
});

test('a material is found by its names of both languages, in any order of words, with or without spaces', () => {
  const of = (id: string, en: string, ko: string) => ({ id, names: { en, ko } }) as Material;
  const all = [of('oak', 'Oak herringbone', '오크 헤링본'), of('sage', 'Sage green', '세이지 그린')];
  const found = (text: string) => findMaterials(all, text).map(({ id }) => id);
  expect(found('herringbone OAK')).toEqual(['oak']);
  expect(found('오크헤링')).toEqual(['oak']);
  expect(found('세이지')).toEqual(['sage']);
  expect(found('')).toEqual(['oak', 'sage']);
  expect(found('sofa')).toEqual([]);
});
