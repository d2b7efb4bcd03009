import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An installation that runs for the tests, on a port and a folder of its own. */
export interface Product {
  url: string;
  stop: () => Promise<void>;
  /** Ends it without a word to anybody; what it has stays. */
  pause: () => Promise<void>;
  /** Starts it again, on the same port. */
  resume: () => Promise<void>;
}

/** Starts what PHOTOSET_COMMAND says: the words before `up`, parted by line ends. */
export async function startProduct(): Promise<Product> {
  const folder = mkdtempSync(join(tmpdir(), 'photoset-studio-'));
  const data = join(folder, 'data');
  let child = launch(data, '0');
  const url = await ready(child);
  return {
    url,
    pause: () => end(child),
    resume: async () => {
      child = launch(data, new URL(url).port);
      await ready(child);
    },
    stop: async () => {
      await end(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function launch(data: string, port: string): ChildProcess {
  const [program = '', ...words] = (process.env.PHOTOSET_COMMAND ?? '')
    .split('\n')
    .filter((word) => word !== '');
  return spawn(program, [...words, 'up', '--port', port, '--data', data, '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

/** It prints one line of JSON when it serves. */
function ready(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (part: Buffer) => {
      said += part.toString();
      const line = said.split('\n').find((one) => one.startsWith('{'));
      if (line !== undefined) resolve((JSON.parse(line) as { api: string }).api);
    });
    child.once('exit', (code) => reject(new Error(`The product ended with ${code}: ${said}`)));
  });
}
