interface Answer {
  id: number;
  small: Blob | null;
}

let worker: Worker | null = null;
let last = 0;
const asked = new Map<number, (small: Blob | null) => void>();
const made = new WeakMap<Blob, Promise<string | null>>();
/** Pixels: twice what a card is wide, for fine screens. */
const CARD_WIDTH = 400;

/** The address of a small picture of a file that lies on this device; null if the browser cannot show it. */
export function thumbnailOf(file: Blob): Promise<string | null> {
  const known = made.get(file);
  if (known !== undefined) return known;
  const making = shrink(file, CARD_WIDTH).then((small) => small && URL.createObjectURL(small));
  made.set(file, making);
  return making;
}

/** The file is not shown any more. */
export function dropThumbnail(file: Blob): void {
  void made.get(file)?.then((url) => url !== null && URL.revokeObjectURL(url));
  made.delete(file);
}

/** The picture of a file, so many pixels wide; null if the browser cannot show it. */
export function shrink(file: Blob, width: number): Promise<Blob | null> {
  return new Promise((resolve) => {
    last += 1;
    asked.set(last, resolve);
    running().postMessage({ id: last, file, width });
  });
}

function running(): Worker {
  if (worker !== null) return worker;
  worker = new Worker(new URL('./thumbnail.worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<Answer>) => {
    asked.get(data.id)?.(data.small);
    asked.delete(data.id);
  };
  // A browser that cannot run it shows names instead.
  worker.onerror = () => {
    asked.forEach((resolve) => resolve(null));
    asked.clear();
  };
  return worker;
}
