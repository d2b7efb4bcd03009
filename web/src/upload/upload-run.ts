import { put, type PutEnd, type UploadLink } from './put';

/** What a browser's connections and a phone's line carry well at once. */
const SIDE_BY_SIDE = 4;
const TRIES_MAX = 4;
const FIRST_WAIT_MS = 800;

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
  /** Links that are good now. */
  freshLinks: () => Promise<UploadLink[]>;
}

type Put = typeof put;

/**
 * Puts photos into the store, a few side by side. What breaks is tried again after a while, at once when the network comes
 * back; a link that the store refuses is exchanged for a fresh one.
 */
export class UploadRun {
  private readonly stopping = new AbortController();
  private links: Promise<UploadLink[]>;

  constructor(
    private readonly events: UploadEvents,
    private readonly putting: Put = put,
    private readonly wait: (ms: number) => Promise<void> = pause,
  ) {
    this.links = events.freshLinks();
  }

  /** Comes true when every photo is stored or has failed for good. */
  async send(transfers: readonly Transfer[]): Promise<void> {
    const left = [...transfers];
    const lane = async () => {
      for (let next = left.shift(); next !== undefined; next = left.shift()) await this.sendOne(next);
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane));
  }

  stop(): void {
    this.stopping.abort();
  }

  private async sendOne(transfer: Transfer): Promise<void> {
    for (let tries = 0; tries < TRIES_MAX && !this.stopping.signal.aborted; tries++) {
      if (tries > 0) await this.wait(FIRST_WAIT_MS * 2 ** (tries - 1));
      const end = await this.attempt(transfer);
      if (end === 'stored') return this.events.stored(transfer.id);
      if (end === 'stopped') return;
      if (end === 'refused') this.links = this.events.freshLinks();
      this.events.progress(transfer.id, 0);
    }
    if (!this.stopping.signal.aborted) this.events.failed(transfer.id);
  }

  private async attempt(transfer: Transfer): Promise<PutEnd> {
    try {
      const link = (await this.links).find(({ idx }) => idx === transfer.idx);
      if (link === undefined) return 'broken';
      const progress = (share: number) => this.events.progress(transfer.id, share);
      return await this.putting(link, transfer.file, progress, this.stopping.signal);
    } catch {
      this.links = this.events.freshLinks();
      this.links.catch(() => undefined);
      return 'broken';
    }
  }
}

/** Waits; shorter when the network comes back meanwhile. */
function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      window.removeEventListener('online', go);
      resolve();
    };
    const timer = setTimeout(go, ms);
    window.addEventListener('online', go);
  });
}
