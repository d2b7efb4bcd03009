import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server in front of the product that can go away, and can serve another build's service worker. */
export interface Front {
  url: string;
  /** Changes what is served as the service worker. */
  setWorker: (change: (script: string) => string) => void;
  stop: () => Promise<void>;
}

export async function startFront(product: string): Promise<Front> {
  let change = (script: string) => script;
  const server = createServer((asked, answer) => pass(product, asked, answer, (script) => change(script)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}`, setWorker: (next) => (change = next), stop };
}

function pass(
  product: string,
  asked: IncomingMessage,
  answer: ServerResponse,
  change: (script: string) => string,
): void {
  const { method, headers, url = '/' } = asked;
  const onward = request(
    product + url,
    { method, headers: { ...headers, 'accept-encoding': 'identity' } },
    (response) => {
      const parts: Buffer[] = [];
      if (url !== '/sw.js') {
        answer.writeHead(response.statusCode ?? 502, response.headers);
        response.pipe(answer);
        return;
      }
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        answer.writeHead(response.statusCode ?? 502, {
          'content-type': 'text/javascript',
          'cache-control': 'no-cache',
        });
        answer.end(change(Buffer.concat(parts).toString()));
      });
    },
  );
  onward.on('error', () => answer.destroy());
  asked.pipe(onward);
}
