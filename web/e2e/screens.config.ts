import { defineConfig } from 'vitest/config';

const RUN_MAX_MS = 900_000;

/** Takes a picture of each screen: `npm run screens`. */
export default defineConfig({
  test: {
    include: ['e2e/screens.ts'],
    globalSetup: 'e2e/running.ts',
    testTimeout: RUN_MAX_MS,
    hookTimeout: RUN_MAX_MS,
    fileParallelism: false,
  },
});
