import type { components } from './schema';

export type Detail = components['schemas']['Detail'];
type ServerCode = components['schemas']['Failure']['code'];

/** What the server says, what only a browser can see, and an account that is gone. */
export type Code = ServerCode | 'OFFLINE' | 'SESSION_LOST';

export interface Envelope<T> {
  data: T | null;
  error?: { code: ServerCode; message: string; details?: Detail[] } | null;
}

/** A call that was not done, and why. */
export class Refusal extends Error {
  constructor(
    readonly code: Code,
    message: string,
    readonly status: number,
    readonly details: Detail[] = [],
    /** Seconds to wait, where the server names them. */
    readonly retryAfter: number | null = null,
  ) {
    super(message);
    this.name = 'Refusal';
  }

  /** Whether the same call may succeed a little later. */
  get isPassing(): boolean {
    return this.code === 'OFFLINE' || this.code === 'UNAVAILABLE' || this.status >= 502;
  }
}

export function lost(): Refusal {
  return new Refusal('SESSION_LOST', 'The account of this browser is not known any more.', 401);
}

export function offline(): Refusal {
  return new Refusal('OFFLINE', 'The server cannot be reached.', 0);
}

/** A proxy on the way may answer in another shape. */
export function asRefusal(response: Response, body: Envelope<unknown> | null): Refusal {
  const error = body?.error;
  const wait = Number(response.headers.get('Retry-After'));
  return new Refusal(
    error?.code ?? (response.status >= 500 ? 'UNAVAILABLE' : 'INTERNAL_ERROR'),
    error?.message ?? response.statusText,
    response.status,
    error?.details ?? [],
    Number.isFinite(wait) && wait > 0 ? wait : null,
  );
}
