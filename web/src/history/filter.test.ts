import { expect, test } from 'vitest';
import type { JobStatus, JobSummary } from '../api/queries';
import { changes, KINDS, matches } from './filter';

const STATES: JobStatus[] = ['created', 'uploaded', 'queued', 'running', 'done', 'failed', 'canceled'];

function job(status: JobStatus, preset = 'interior'): JobSummary {
  return { job_id: status, status, preset, created_at: '', progress: { done: 0, failed: 0, total: 1 } };
}

test('every state is found under one kind besides all', () => {
  for (const status of STATES) {
    const kinds = KINDS.filter((kind) => matches(job(status), { kind, preset: '' }));
    expect(kinds, status).toHaveLength(2);
  }
});

test('a domain hides the sets of others', () => {
  expect(matches(job('done'), { kind: 'all', preset: 'seller' })).toBe(false);
  expect(matches(job('done', 'seller'), { kind: 'done', preset: 'seller' })).toBe(true);
});

test('only what is at work is asked for again', () => {
  expect(STATES.filter((status) => changes(job(status)))).toEqual(['queued', 'running']);
});
