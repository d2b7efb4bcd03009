import { isOpen, type JobSummary } from '../api/queries';

export const KINDS = ['all', 'open', 'done', 'failed'] as const;

export interface Filter {
  kind: (typeof KINDS)[number];
  /** A domain's id; empty for all. */
  preset: string;
}

export function matches(job: JobSummary, { kind, preset }: Filter): boolean {
  return (preset === '' || job.preset === preset) && isOfKind(job, kind);
}

function isOfKind({ status }: JobSummary, kind: Filter['kind']): boolean {
  switch (kind) {
    case 'all':
      return true;
    case 'open':
      return isOpen(status);
    case 'done':
      return status === 'done';
    case 'failed':
      return status === 'failed' || status === 'canceled';
  }
}

/** Whether a set changes without its owner: the others wait for somebody. */
export function changes({ status }: JobSummary): boolean {
  return status === 'queued' || status === 'running';
}
