import { expect, test } from 'vitest';
import {
  changeDesigns,
  designAt,
  designsOf,
  emptyDesigns,
  executeRequest,
  freeId,
  newDesigns,
  type Designs,
  type DesignsChange,
} from './designs';
import { isSameRule, type Action } from './rule';

const SAGE: Action = { action: 'recolor', value: 'sage' };
const NAVY: Action = { action: 'recolor', value: 'navy' };

function after(...changes: DesignsChange[]): Designs {
  return changes.reduce(changeDesigns, newDesigns(['Grout']));
}

const act = (concept: string, action: Action): DesignsChange => ({ type: 'act', concept, action });

test('one design is executed as a rule, with how its pictures are written', () => {
  const request = executeRequest(after(act('Wall', SAGE), { type: 'output', output: { format: 'webp' } }));
  expect(request).toEqual({
    concepts: { Wall: SAGE },
    protect: ['Grout'],
    instances: { exclude: [], lock: [] },
    output_format: 'webp',
    edges: 'refined',
    keep_profile: false,
  });
});

test('a set is made at the end if it was chosen and fits the designs', () => {
  const pack: DesignsChange = { type: 'output', output: { template: 'design_pack' } };
  const several = after(act('Wall', SAGE), pack, { type: 'add' });
  expect(executeRequest(several)).toHaveProperty('output_template', 'design_pack');
  expect(executeRequest(changeDesigns(several, { type: 'remove', id: 'b' }))).not.toHaveProperty(
    'output_template',
  );
  const card: DesignsChange = { type: 'output', output: { template: 'client_card' } };
  expect(executeRequest(after(card))).toHaveProperty('output_template', 'client_card');
});

test('a design that is added starts as the one before it, and goes its own way', () => {
  const designs = after(act('Wall', SAGE), { type: 'add' }, act('Wall', NAVY), {
    type: 'name',
    name: ' Night ',
  });
  expect(designs.all.map(({ rule }) => rule.concepts.Wall)).toEqual([SAGE, NAVY]);
  const request = executeRequest(designs);
  expect(request).toMatchObject({
    variants: [
      { id: 'a', concepts: { Wall: SAGE } },
      { id: 'b', name: 'Night', concepts: { Wall: NAVY } },
    ],
  });
  expect(request).not.toHaveProperty('concepts');
});

test('there are three at most, and the place of one that is removed is free again', () => {
  const three = after({ type: 'add' }, { type: 'add' });
  expect(freeId(three)).toBeNull();
  expect(changeDesigns(three, { type: 'add' })).toBe(three);
  const two = changeDesigns(three, { type: 'remove', id: 'b' });
  expect(freeId(two)).toBe('b');
  expect(changeDesigns(two, { type: 'add' }).all.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(emptyDesigns(two)).toHaveLength(2);
});

test('what was made is where the next look starts', () => {
  const variants = [
    { id: 'a', rule: { concepts: { Wall: SAGE }, protect: ['Grout'] } },
    { id: 'b', name: 'Night', rule: { concepts: { Wall: NAVY }, protect: [] }, rule_id: 'r' },
  ];
  const designs = designsOf(variants);
  expect(designs.all).toMatchObject([
    { id: 'a', name: '', rule: { concepts: { Wall: SAGE }, protect: ['Grout'], instances: {} }, saved: null },
    { id: 'b', name: 'Night', rule: { concepts: { Wall: NAVY }, protect: [], instances: {} }, saved: 'r' },
  ]);
  expect(designAt(designs).id).toBe('a');
  expect(designsOf([]).all).toHaveLength(1);
  const chosen = designsOf(variants, { b: { 'Window-1': 'exclude' } });
  expect(chosen.all.map(({ rule }) => rule.instances)).toEqual([{}, { 'Window-1': 'exclude' }]);
});

test('the last design stays', () => {
  const one = after(act('Wall', SAGE));
  expect(changeDesigns(one, { type: 'remove', id: 'a' })).toBe(one);
});

test('what is loaded, copied, read from words or removed comes back', () => {
  const made = after(act('Wall', SAGE), { type: 'add' }, act('Wall', NAVY));
  const steps: DesignsChange[] = [
    { type: 'load', rule: { id: 'r', name: 'Calm', concepts: { Floor: SAGE }, protect: [] } },
    { type: 'copy', from: 'a' },
    { type: 'read', concepts: { Door: SAGE }, protect: [] },
    { type: 'remove', id: 'b' },
  ];
  for (const step of steps) {
    const replaced = changeDesigns(made, step);
    expect(replaced.all).not.toEqual(made.all);
    expect(changeDesigns(replaced, { type: 'undo' })).toEqual(made);
    expect(changeDesigns(replaced, act('Wall', SAGE)).before, step.type).toBeNull();
  }
});

test('words do what they name, and leave the rest as it was chosen', () => {
  const made = after(act('Wall', SAGE), act('Door', SAGE));
  const read = changeDesigns(made, {
    type: 'read',
    concepts: { Floor: NAVY, Grout: NAVY, Wall: NAVY },
    protect: ['Door'],
  });
  expect(designAt(read).rule).toMatchObject({
    concepts: { Floor: NAVY, Grout: NAVY, Wall: NAVY },
    protect: ['Door'],
  });
  const more = changeDesigns(read, { type: 'read', concepts: {}, protect: ['Window'] });
  expect(designAt(more).rule).toMatchObject({
    concepts: { Floor: NAVY, Grout: NAVY, Wall: NAVY },
    protect: ['Door', 'Window'],
  });
  expect(
    after({ type: 'read', concepts: { Wall: SAGE }, protect: [] }).before,
    'nothing was lost',
  ).toBeNull();
});

test('a loaded rule is known by where it came from, and differs once it is changed', () => {
  const saved = { id: 'r', name: 'Calm', concepts: { Wall: { ...SAGE, finish: null } }, protect: ['Grout'] };
  const loaded = designAt(after({ type: 'load', rule: saved }));
  expect([loaded.saved, loaded.name]).toEqual(['r', 'Calm']);
  expect(isSameRule(saved, { ...loaded.rule, concepts: { Wall: SAGE } })).toBe(true);
  expect(isSameRule(saved, { ...loaded.rule, concepts: { Wall: NAVY } })).toBe(false);
});

test('which concept is named last is part of a rule, the order of its options is not', () => {
  const wallLast = { concepts: { Floor: SAGE, Wall: NAVY }, protect: ['A', 'B'] };
  expect(isSameRule(wallLast, { concepts: { Wall: NAVY, Floor: SAGE }, protect: ['A', 'B'] })).toBe(false);
  const turned = { value: 'sage', action: 'recolor' } as Action;
  expect(isSameRule(wallLast, { concepts: { Floor: turned, Wall: NAVY }, protect: ['B', 'A'] })).toBe(true);
});
