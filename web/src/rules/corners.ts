import { Store } from '../ui/store';

/** Of a rectangle on a surface: top left, top right, bottom right, bottom left, in shares of the photo's width and height. */
export type Corners = readonly (readonly [number, number])[];

/** Where they are put first, to be moved from there. */
export const CORNERS_AT_FIRST: Corners = [
  [0.3, 0.3],
  [0.7, 0.3],
  [0.7, 0.7],
  [0.3, 0.7],
];
/** As the server has it: a flatter turn cannot be told from none. */
const TURN_MIN = 0.005;

/** The corners that are placed on the photo; null when nobody places any. */
export interface Placing {
  corners: Corners;
  onPlace: (corners: Corners) => void;
}

export const placingStore = new Store<Placing | null>(null);

/** The corners with one of them elsewhere; null where no rectangle looks like that from anywhere. */
export function withCorner(corners: Corners, which: number, x: number, y: number): Corners | null {
  const at = [within(x), within(y)] as const;
  const next = corners.map((corner, i) => (i === which ? at : corner));
  return areConvex(next) ? next : null;
}

function within(share: number): number {
  return Math.min(1, Math.max(0, share));
}

/** All turns go the same way, each clearly. */
function areConvex(corners: Corners): boolean {
  const of = (i: number) => corners[i % corners.length] ?? [0, 0];
  const turns = corners.map((first, i) => {
    const [middle, last] = [of(i + 1), of(i + 2)];
    const [x1, y1] = [middle[0] - first[0], middle[1] - first[1]];
    const [x2, y2] = [last[0] - middle[0], last[1] - middle[1]];
    return (x1 * y2 - y1 * x2) / (x1 * x1 + y1 * y1 + x2 * x2 + y2 * y2);
  });
  return turns.every((turn) => Math.abs(turn) >= TURN_MIN && turn * (turns[0] ?? 0) > 0);
}
