import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { beforeEach, expect, test, vi } from 'vitest';
import { ConceptEditor } from './concept-editor';
import { changeRule, type RuleChange, type WorkingRule } from './rule';

const NOTHING: WorkingRule = { concepts: {}, protect: [], instances: {} };

let shown: HTMLElement;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  shown = document.createElement('div');
});

function editor(
  rule: WorkingRule,
  changeable: boolean,
  removable: boolean,
  change: (made: RuleChange) => void,
) {
  const store = { current: null } as never;
  act(() =>
    createRoot(shown).render(
      <ConceptEditor
        concept="Socket"
        changeable={changeable}
        removable={removable}
        rule={rule}
        materials={[]}
        dragged={store}
        change={change}
      />,
    ),
  );
}

test('what can only be removed is removed when it is to be changed', () => {
  const made: RuleChange[] = [];
  editor(NOTHING, false, true, (one) => made.push(one));
  expect(shown.querySelectorAll('input')).toHaveLength(3);
  act(() => shown.querySelectorAll('input')[1]?.click());
  expect(made).toEqual([{ type: 'act', concept: 'Socket', action: { action: 'remove' } }]);
  expect(changeRule(NOTHING, made[0] as RuleChange).concepts).toEqual({ Socket: { action: 'remove' } });
});

test('what can only be protected has nothing to change', () => {
  editor(NOTHING, false, false, () => undefined);
  expect(shown.querySelectorAll('input')).toHaveLength(2);
});
