import { defineConfig } from 'vitest/config';

/** Eight photos are cut into segments and mended; a busy machine takes a while. */
const TEST_MAX_MS = 300_000;

export default defineConfig({
  test: { include: ['bench/*.bench.test.ts'], testTimeout: TEST_MAX_MS, hookTimeout: TEST_MAX_MS },
});
