import { createHash } from 'node:crypto';
import { build, type Plugin } from 'vite';

/** Kept from the first visit on; other files when they are first asked for. */
const SHELL = /\.(js|css)$|latin[^/]*\.woff2$/;
const UNHASHED = ['/favicon.svg', '/manifest.webmanifest', '/icon-192.png'];

/** Builds the service worker after the studio, whose files it names: a file of its own, beside the page. */
export function serviceWorker(): Plugin {
  let files: string[] = [];
  return {
    name: 'photoset-service-worker',
    apply: 'build',
    writeBundle(_, bundle) {
      files = Object.keys(bundle)
        .filter((name) => SHELL.test(name))
        .sort()
        .map((name) => `/${name}`)
        .concat(UNHASHED);
    },
    async closeBundle() {
      const id = createHash('sha256').update(files.join()).digest('hex').slice(0, 12);
      await build({
        configFile: false,
        publicDir: false,
        logLevel: 'warn',
        define: { BUILD_FILES: JSON.stringify(files), BUILD_ID: JSON.stringify(id) },
        build: {
          target: 'es2022',
          emptyOutDir: false,
          rollupOptions: {
            input: 'src/worker/service-worker.ts',
            output: { format: 'iife', entryFileNames: 'sw.js' },
          },
        },
      });
    },
  };
}
