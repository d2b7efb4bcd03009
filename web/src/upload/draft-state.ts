import { Refusal } from '../api/refusal';
import type { Draft, DraftPhoto } from './draft-store';
import type { Rejected } from './pick';

export type Phase = 'loading' | 'choosing' | 'sending' | 'checking';

/** What the upload page shows. */
export interface DraftState {
  phase: Phase;
  draft: Draft;
  /** Files that are looked at before they join. */
  reading: { done: number; total: number } | null;
  /** 0 to 1 for each photo that is on its way. */
  progress: Readonly<Record<string, number>>;
  /** Whether nothing gets through at the moment. */
  waiting: boolean;
  failed: readonly string[];
  rejected: readonly Rejected[];
  /** Whether this device has no room for the photos, so that a reload would lose them. */
  unkept: boolean;
  /** Whether another tab sends the same draft. */
  elsewhere: boolean;
  /** What the last step was refused with. */
  problem: unknown;
  /** The job that the last draft has become. */
  sent: string | null;
}

/** No photos yet. */
export const EMPTY: Draft = { preset: 'interior', photos: [], job: null };
/** What is said of an attempt to send, before it. */
export const START = {
  progress: {},
  waiting: false,
  failed: [],
  rejected: [],
  elsewhere: false,
  problem: null,
};

/** The photos for another job, which has none of them. */
export function unsent(photos: readonly DraftPhoto[]): DraftPhoto[] {
  return photos.map((photo) => ({ ...photo, uploaded: false }));
}

/** The photos, those that the server says it misses as not sent. */
export function unlessMissing(photos: readonly DraftPhoto[], problem: unknown): DraftPhoto[] {
  if (!(problem instanceof Refusal) || problem.code !== 'UPLOAD_INCOMPLETE') return [...photos];
  const missing = new Set(problem.details.map(({ idx }) => idx));
  return photos.map((photo, idx) => (missing.has(idx) ? { ...photo, uploaded: false } : photo));
}
