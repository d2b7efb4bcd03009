import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An installation that runs for the tests, on a port and a folder of its own. */
export interface Product {
  url: string;
  stop: () => Promise<void>;
}

/** Starts what PHOTOSET_COMMAND says: the words before `up`, parted by line ends. */
export async function startProduct(): Promise<Product> {
  const [program = '', ...words] = (process.env.PHOTOSET_COMMAND ?? '')
    .split('\n')
    .filter((word) => word !== '');
  const folder = mkdtempSync(join(tmpdir(), 'photoset-studio-'));
  const child = spawn(program, [...words, 'up', '--port', '0', '--data', join(folder, 'data'), '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await ready(child);
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, stop };
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
