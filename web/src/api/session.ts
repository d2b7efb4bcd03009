import { forgetPictures } from '../worker/pictures';
import { asRefusal, lost, type Envelope } from './refusal';
import { send } from './send';
import { expiryOf, storedToken, storeToken } from './token';

/** Renewed this long before it ends, so that a run that goes on meanwhile does not meet an expired one. */
const RENEW_BEFORE_MS = 24 * 60 * 60 * 1000;

type Listener = () => void;

/**
 * The account behind the calls: opened without a word at the first call that needs one, renewed in time. When the server no
 * longer knows it, calls fail with SESSION_LOST until somebody starts anew; nothing is tried in a circle.
 */
class Session {
  private going: Promise<string> | null = null;
  private ended = false;
  private readonly listeners = new Set<Listener>();

  /** A token that is good for a while. */
  async token(): Promise<string> {
    if (this.ended) throw lost();
    const known = storedToken();
    if (known !== null && expiryOf(known) - Date.now() > RENEW_BEFORE_MS) return known;
    return this.once(() => (storedToken() === null ? open() : this.renewed(storedToken() ?? '')));
  }

  /** After the server refused `token` as expired. */
  async renew(token: string): Promise<string> {
    const now = storedToken();
    if (now !== null && now !== token) return now;
    return this.once(() => this.renewed(token));
  }

  /** After the server refused the token for good. */
  end(): void {
    this.ended = true;
    this.listeners.forEach((listener) => listener());
  }

  /** Leaves the account, whose pictures nobody reaches from here again. */
  startAnew(): void {
    storeToken(null);
    void forgetPictures();
    this.ended = false;
    this.listeners.forEach((listener) => listener());
  }

  readonly isLost = (): boolean => this.ended;

  readonly subscribe = (listener: Listener): Listener => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Many calls at once wait for one answer; many tabs for each other. */
  private once(work: () => Promise<string>): Promise<string> {
    this.going ??= locked(work).finally(() => {
      this.going = null;
    });
    return this.going;
  }

  private async renewed(token: string): Promise<string> {
    // Another tab may have been faster.
    const now = storedToken();
    if (now !== null && now !== token) return now;
    const response = await send('/auth/refresh', {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
    });
    if (response.status === 401) {
      this.end();
      throw lost();
    }
    return received(response);
  }
}

async function open(): Promise<string> {
  return received(await send('/auth/anon', { method: 'POST' }));
}

async function received(response: Response): Promise<string> {
  const body = (await response.json().catch(() => null)) as Envelope<{ token: string }> | null;
  if (!response.ok || !body?.data) throw asRefusal(response, body);
  storeToken(body.data.token);
  return body.data.token;
}

async function locked(work: () => Promise<string>): Promise<string> {
  // Only secure pages have locks; without one the server itself answers a second renewal with the first's token.
  const locks = navigator.locks as LockManager | null | undefined;
  return locks ? await locks.request('photoset.token', work) : await work();
}

export const session = new Session();
