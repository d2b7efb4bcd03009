import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { serviceWorker } from './service-worker.build';

const api = process.env.PHOTOSET_URL ?? 'http://127.0.0.1:8080';
const calls =
  '^/(auth|me|plans|presets|materials|swatches|rules|jobs|health|docs|v3|swagger-ui|webjars)(/|$|\\?)';

export default defineConfig({
  plugins: [react(), serviceWorker()],
  build: { target: 'es2022', assetsInlineLimit: 0 },
  server: { host: '127.0.0.1', proxy: { [calls]: api }, fs: { allow: ['..'] } },
  test: { environment: 'happy-dom', include: ['src/**/*.test.{ts,tsx}'] },
});
