import { act, useLayoutEffect } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { changeDesigns, designAt, newDesigns, type Designs } from './designs';
import { useDraggedStore, useDrag, type DraggedStore } from './drag';
import type { Action, RuleChange } from './rule';

const RED: Action = { action: 'recolor', value: '#ff0000' };

let root: Root;
let designs: Designs;
let made: RuleChange[];
let store: DraggedStore;
let hand: ReturnType<typeof useDrag>;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  designs = changeDesigns(newDesigns([]), { type: 'act', concept: 'Wall', action: RED });
  made = [];
  root = createRoot(document.createElement('div'));
  render();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function Editor() {
  const held = useDraggedStore(designs);
  useLayoutEffect(() => {
    store = held;
  });
  return <Sliders action={designAt(designs).rule.concepts.Wall ?? RED} held={held} />;
}

function Sliders({ action, held }: { action: Action; held: DraggedStore }) {
  const drag = useDrag(action, take, held);
  useLayoutEffect(() => {
    hand = drag;
  });
  return null;
}

const render = () => act(() => root.render(<Editor />));
const drag = (value: string) => act(() => hand.drag({ type: 'value', concept: 'Wall', value }));
const rest = () =>
  act(() => {
    vi.runAllTimers();
  });

function take(change: RuleChange): void {
  made.push(change);
  designs = changeDesigns(designs, change);
}

test('a slider shows each of its moves, and makes one change when it rests', () => {
  drag('#00ff00');
  drag('#0000ff');
  expect(hand.action).toEqual({ ...RED, value: '#0000ff' });
  expect(store.get()).toEqual({ concept: 'Wall', action: hand.action });
  expect(made).toEqual([]);
  rest();
  expect(made).toEqual([{ type: 'value', concept: 'Wall', value: '#0000ff' }]);
  expect(store.get(), 'shown until the rule has it').not.toBeNull();
  render();
  expect(store.get()).toBeNull();
  expect(hand.action).toEqual({ ...RED, value: '#0000ff' });
});

test('what is left before it rests is made, and once', () => {
  drag('#00ff00');
  act(() => hand.settle());
  drag('#0000ff');
  act(() => root.unmount());
  rest();
  expect(made.map((change) => 'value' in change && change.value)).toEqual(['#00ff00', '#0000ff']);
});

test('another change does not go before the moves', () => {
  drag('#00ff00');
  act(() => hand.change({ type: 'leave', concept: 'Wall' }));
  rest();
  expect(made.map(({ type }) => type)).toEqual(['value', 'leave']);
});
