import { useCallback, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Store } from '../ui/store';
import type { Designs } from './designs';
import type { Action, RuleChange } from './rule';

/** A slider that rests for so long hands its value over, held or not: a move takes no more than a frame or two. */
const SETTLED_MS = 150;

/** What a concept gets under a slider that moves; not part of the rule yet, whose change renders the whole editor. */
export interface Dragged {
  concept: string;
  action: Action;
}

export type DraggedStore = Store<Dragged | null>;

/** For the designs of an editor. What is dragged ends when they have taken it, so that no frame is without it. */
export function useDraggedStore(designs: Designs): DraggedStore {
  const [store] = useState(() => new Store<Dragged | null>(null));
  useLayoutEffect(() => store.set(null), [store, designs]);
  return store;
}

/** Whether a slider moves; its moves are not told. */
export function useDragging(store: DraggedStore): boolean {
  return useSyncExternalStore(store.subscribe, () => store.get() !== null);
}

export type Move = Extract<RuleChange, { type: 'act' | 'value' }>;

/**
 * The action of a concept as its sliders have it. `drag` shows a change at once and makes it as soon as the slider rests;
 * `settle` makes it now; `change` makes another one after it.
 */
export function useDrag(action: Action, change: (change: RuleChange) => void, store: DraggedStore) {
  const [moved, setMoved] = useState<Action | null>(null);
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; move: Move } | null>(null);
  const settle = useCallback(() => {
    if (waiting.current === null) return;
    const { timer, move } = waiting.current;
    clearTimeout(timer);
    waiting.current = null;
    setMoved(null);
    change(move);
  }, [change]);
  useEffect(() => settle, [settle]);
  const drag = (move: Move) => {
    const next = move.type === 'act' ? move.action : ({ ...action, value: move.value } as Action);
    if (waiting.current !== null) clearTimeout(waiting.current.timer);
    waiting.current = { timer: setTimeout(settle, SETTLED_MS), move };
    setMoved(next);
    store.set({ concept: move.concept, action: next });
  };
  const changeNow = useCallback(
    (next: RuleChange) => {
      settle();
      change(next);
    },
    [settle, change],
  );
  return { action: moved ?? action, drag, settle, change: changeNow };
}
