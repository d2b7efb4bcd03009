import type { Click } from './region';
import type { Answer, Ask } from './region-worker';

type Question = Extract<Ask, { id: number }>;

/** What takes time runs beside the page, so that it stays quick. */
export class RegionClient {
  private readonly worker = new Worker(new URL('./region-worker.ts', import.meta.url), { type: 'module' });
  private readonly waiting = new Map<number, (bytes: Uint8Array<ArrayBuffer>) => void>();
  private asked = 0;

  constructor(private readonly photo: ImageData) {
    this.worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      this.waiting.get(data.id)?.(data.bytes);
      this.waiting.delete(data.id);
    });
    this.send({ ask: 'photo', photo });
  }

  /** The mask after a click. The first one waits until the photo is cut into segments. */
  click(mask: Uint8Array, click: Click, earlier: Click[]): Promise<Uint8Array> {
    return this.ask((id) => ({ ask: 'click', id, mask: mask.slice(), click, earlier }));
  }

  png(mask: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
    const { width, height } = this.photo;
    return this.ask((id) => ({ ask: 'png', id, mask: mask.slice(), width, height }));
  }

  close(): void {
    this.worker.terminate();
  }

  private ask(question: (id: number) => Question): Promise<Uint8Array<ArrayBuffer>> {
    const id = ++this.asked;
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      this.send(question(id));
    });
  }

  private send(ask: Ask): void {
    this.worker.postMessage(ask);
  }
}
