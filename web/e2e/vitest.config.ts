import { defineConfig } from 'vitest/config';
import { STEP_MAX_MS } from './limits';

/** A machine that is busy with other things decides and paints slowly; nothing here is about speed. */
const TEST_MAX_MS = 300_000;

export default defineConfig({
  test: {
    include: ['e2e/*.e2e.ts'],
    // A shared machine may stall for longer than a step waits; what is wrong fails twice.
    retry: 1,
    globalSetup: 'e2e/running.ts',
    expect: { poll: { timeout: STEP_MAX_MS } },
    testTimeout: TEST_MAX_MS,
    hookTimeout: TEST_MAX_MS,
    fileParallelism: false,
  },
});
