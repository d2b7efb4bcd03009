import { Refusal } from '../api/refusal';
import { pause, type Wait } from './patience';
import { put, type PutEnd, type UploadLink } from './put';

/** What a browser's connections and a phone's line carry well at once. */
const SIDE_BY_SIDE = 4;
/** A link that is refused is exchanged; one photo that is refused so often will not be taken. */
const REFUSALS_MAX = 4;

/** A photo on its way. */
export interface Transfer {
  id: string;
  idx: number;
  file: Blob;
}

/** What the run tells while it goes, and asks. */
export interface UploadEvents {
  progress: (id: string, share: number) => void;
  stored: (id: string) => void;
  failed: (id: string) => void;
  /** Whether nothing gets through, so that it waits for the network or the server. */
  waiting: (waits: boolean) => void;
  /** Links that are good now. */
  freshLinks: () => Promise<UploadLink[]>;
}

type Put = typeof put;

/**
 * Puts photos into the store, a few side by side. What breaks is tried again after a while, at once when the network comes
 * back or the page is looked at again; a link that the store refuses is exchanged for a fresh one. Only a file that cannot
 * be read any more, or that is refused whatever the link, fails for good.
 */
export class UploadRun {
  private readonly stopping = new AbortController();
  private links: Promise<UploadLink[]> | null = null;
  private left: Transfer[] = [];
  private refusal: Error | null = null;

  constructor(
    private readonly events: UploadEvents,
    private readonly putting: Put = put,
    private readonly wait: Wait = pause,
  ) {}

  /**
   * Comes true when every photo is stored or has failed for good, or when it was stopped; fails with what the server
   * refuses all of them with.
   */
  async send(transfers: readonly Transfer[]): Promise<void> {
    this.left = [...transfers];
    const lane = async () => {
      for (let next = this.left.shift(); next !== undefined && !this.isStopped; next = this.left.shift())
        await this.sendOne(next);
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane));
    if (this.refusal !== null) throw this.refusal;
  }

  /** Tries one that failed once more, while others are on their way. */
  again(transfer: Transfer): void {
    this.left.push(transfer);
  }

  stop(): void {
    this.stopping.abort();
  }

  get isStopped(): boolean {
    return this.stopping.signal.aborted;
  }

  private async sendOne(transfer: Transfer): Promise<void> {
    let refusals = 0;
    for (let waits = 0; !this.isStopped; waits++) {
      if (waits > 0) await this.wait(waits, this.stopping.signal);
      const end = await this.attempt(transfer);
      if (end === 'stored') {
        this.events.waiting(false);
        return this.events.stored(transfer.id);
      }
      if (end === 'stopped') return;
      this.events.progress(transfer.id, 0);
      refusals += end === 'refused' ? 1 : 0;
      if (refusals >= REFUSALS_MAX || !(await isReadable(transfer.file)))
        return this.events.failed(transfer.id);
      if (end === 'broken') this.events.waiting(true);
    }
  }

  private async attempt(transfer: Transfer): Promise<PutEnd> {
    this.links ??= this.events.freshLinks();
    const links = this.links;
    try {
      const link = (await links).find(({ idx }) => idx === transfer.idx);
      if (link === undefined) throw new Error('no link');
      const progress = (share: number) => {
        this.events.waiting(false);
        this.events.progress(transfer.id, share);
      };
      const end = await this.putting(link, transfer.file, progress, this.stopping.signal);
      if (end === 'refused') this.exchange(links);
      return end;
    } catch (failure) {
      this.exchange(links);
      if (failure instanceof Refusal && failure.isPassing) return 'broken';
      this.refusal ??= failure instanceof Error ? failure : new Error(String(failure));
      this.stop();
      return 'stopped';
    }
  }

  /** Once for all photos that met the same links. */
  private exchange(used: Promise<UploadLink[]>): void {
    if (this.links === used) this.links = null;
  }
}

/** A file may be gone from its place, or be another one, since it was picked. */
async function isReadable(file: Blob): Promise<boolean> {
  return file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    );
}
