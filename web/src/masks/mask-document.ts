import type { Click } from './region';

/** A part of a picture; right and bottom are the first that are not in it. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** What was in a box before a change, or after it once it is undone. */
interface Change {
  box: Box;
  levels: Uint8Array;
  /** That made it. */
  click?: Click | undefined;
}

/** A phone has little memory; steps of the whole photo take 2 MB each. */
const HISTORY_BYTES_MAX = 64_000_000;

/** A mask while it is mended: 0 to 255 for each pixel of the photo, with every step to be undone. */
export class MaskDocument {
  private undoable: Change[] = [];
  private redoable: Change[] = [];
  private before: Uint8Array | null = null;
  private touched: Box | null = null;

  constructor(
    readonly levels: Uint8Array,
    readonly width: number,
    readonly height: number,
  ) {}

  get canUndo(): boolean {
    return this.undoable.length > 0;
  }

  get canRedo(): boolean {
    return this.redoable.length > 0;
  }

  /** What is written into `levels` until `end` is one step. */
  begin(): void {
    this.before = this.levels.slice();
    this.touched = null;
  }

  touch(box: Box): void {
    this.touched = joined(this.touched, this.clipped(box));
  }

  /** The clicks that are not undone, the first one first. */
  get clicks(): Click[] {
    return this.undoable.flatMap(({ click }) => (click === undefined ? [] : [click]));
  }

  /** Whether anything has become different. */
  end(click?: Click): boolean {
    const { before, touched } = this;
    this.before = null;
    if (before === null || touched === null || this.isSame(before, touched)) return false;
    this.undoable.push({ box: touched, levels: this.cut(before, touched), click });
    this.redoable = [];
    this.forgetOldest();
    return true;
  }

  /** Takes back what was written since `begin`; answers what is to be drawn anew. */
  abort(): Box | null {
    if (this.before !== null) this.levels.set(this.before);
    this.before = null;
    return this.touched;
  }

  /** All of it becomes another mask, in one step. */
  replace(levels: Uint8Array, click?: Click): boolean {
    this.begin();
    this.levels.set(levels);
    this.touch(this.whole);
    return this.end(click);
  }

  undo(): Box | null {
    return this.swap(this.undoable, this.redoable);
  }

  redo(): Box | null {
    return this.swap(this.redoable, this.undoable);
  }

  get whole(): Box {
    return { left: 0, top: 0, right: this.width, bottom: this.height };
  }

  private swap(from: Change[], to: Change[]): Box | null {
    const change = from.pop();
    if (change === undefined) return null;
    to.push({ ...change, levels: this.cut(this.levels, change.box) });
    this.paste(change);
    return change.box;
  }

  private clipped(box: Box): Box {
    return {
      left: Math.max(0, Math.floor(box.left)),
      top: Math.max(0, Math.floor(box.top)),
      right: Math.min(this.width, Math.ceil(box.right)),
      bottom: Math.min(this.height, Math.ceil(box.bottom)),
    };
  }

  private isSame(before: Uint8Array, box: Box): boolean {
    for (let y = box.top; y < box.bottom; y++)
      for (let at = y * this.width + box.left; at < y * this.width + box.right; at++)
        if (before[at] !== this.levels[at]) return false;
    return true;
  }

  private cut(levels: Uint8Array, { left, top, right, bottom }: Box): Uint8Array {
    const part = new Uint8Array(Math.max(0, right - left) * Math.max(0, bottom - top));
    for (let y = top; y < bottom; y++)
      part.set(levels.subarray(y * this.width + left, y * this.width + right), (y - top) * (right - left));
    return part;
  }

  private paste({ box: { left, top, right, bottom }, levels }: Change): void {
    const row = right - left;
    for (let y = top; y < bottom; y++)
      this.levels.set(levels.subarray((y - top) * row, (y - top + 1) * row), y * this.width + left);
  }

  private forgetOldest(): void {
    let bytes = this.undoable.reduce((sum, change) => sum + change.levels.length, 0);
    while (bytes > HISTORY_BYTES_MAX && this.undoable.length > 1)
      bytes -= this.undoable.shift()?.levels.length ?? 0;
  }
}

export function joined(one: Box | null, other: Box): Box {
  if (one === null) return other;
  return {
    left: Math.min(one.left, other.left),
    top: Math.min(one.top, other.top),
    right: Math.max(one.right, other.right),
    bottom: Math.max(one.bottom, other.bottom),
  };
}
