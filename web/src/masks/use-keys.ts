import { SIZE_MAX, SIZE_MIN } from './brush';
import type { StageControl } from './mask-stage';
import type { Mending, Pen } from './use-mending';
import { BUTTON_STEP } from './use-view';

const SIZE_STEP = 1.25;

interface Keyed {
  pen: Pen;
  setPen: (pen: Pen) => void;
  mending: Mending;
  stage: React.RefObject<StageControl | null>;
  leave: () => void;
  compare: () => void;
}

/** What the keys do wherever the focus is, besides those of the cross-hair. */
export function useKeys({ pen, setPen, mending, stage, leave, compare }: Keyed) {
  const sized = (factor: number) => {
    const size = Math.round(Math.min(SIZE_MAX, Math.max(SIZE_MIN, pen.size * factor)));
    setPen({ ...pen, size });
  };
  const acts: Record<string, () => void> = {
    '[': () => sized(1 / SIZE_STEP),
    ']': () => sized(SIZE_STEP),
    a: () => setPen({ ...pen, tool: 'add' }),
    r: () => setPen({ ...pen, tool: 'remove' }),
    b: () => setPen({ ...pen, tool: 'brush' }),
    e: () => setPen({ ...pen, tool: 'eraser' }),
    f: () => setPen({ ...pen, followsEdges: !pen.followsEdges }),
    z: mending.undo,
    Z: mending.redo,
    c: compare,
    '+': () => stage.current?.zoom(BUTTON_STEP),
    '-': () => stage.current?.zoom(1 / BUTTON_STEP),
    '0': () => stage.current?.whole(),
    Escape: leave,
  };
  return (event: React.KeyboardEvent) => {
    if (event.target instanceof Element && event.target.closest('dialog dialog')) return;
    const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z';
    if ((event.ctrlKey || event.metaKey || event.altKey) && !isUndo) return;
    const act = acts[isUndo && event.shiftKey ? 'Z' : event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
}
