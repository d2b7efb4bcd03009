import { expect, test } from 'vitest';
import type { Preset } from '../api/queries';
import { chipsOf, soughtOf } from './concepts';

const RULE = { concepts: {}, protect: [], instances: {} };

function preset(details: { id: string; findable: boolean }[]): Preset {
  const concept_details = details.map(({ id, findable }) => ({
    id,
    display_name: id,
    description: id,
    prompt: id,
    kind: 'instance',
    findable,
  }));
  return { concept_details } as unknown as Preset;
}

test('the network is asked for what it finds, and what it does not know is offered all the same', () => {
  const offered = preset([
    { id: 'Wall', findable: true },
    { id: 'Socket', findable: false },
  ]);
  expect(soughtOf(offered)).toEqual(['Wall']);
  const chips = chipsOf([], RULE, offered, () => undefined, undefined);
  expect(chips.map(({ id, sought }) => [id, sought])).toEqual([
    ['Wall', true],
    ['Socket', false],
  ]);
});

test('a network that finds anything is asked for as many as a job may have', () => {
  const many = Array.from({ length: 20 }, (_, i) => ({ id: `C${i}`, findable: true }));
  expect(soughtOf(preset(many))).toHaveLength(16);
});
