import createClient from 'openapi-fetch';
import { asRefusal, type Envelope } from './refusal';
import type { paths } from './schema';
import { send } from './send';
import { session } from './session';

/** A call with the account's token, renewed once if the server says that it has expired. */
export async function authorized(request: Request): Promise<Response> {
  const token = await session.token();
  const again = request.clone();
  const response = await send(withToken(request, token));
  if (response.status !== 401) return response;
  const body = (await response
    .clone()
    .json()
    .catch(() => null)) as Envelope<never> | null;
  if (body?.error?.code === 'TOKEN_EXPIRED') return send(withToken(again, await session.renew(token)));
  session.end();
  return response;
}

function withToken(request: Request, token: string): Request {
  request.headers.set('Authorization', `Bearer ${token}`);
  request.headers.set('Accept-Language', document.documentElement.lang);
  return request;
}

/** Every call of the contract, with its types. */
export const api = createClient<paths>({ baseUrl: location.origin, fetch: authorized });

interface Answer<T> {
  data?: { data: T };
  error?: unknown;
  response: Response;
}

/** What is in the envelope; a refusal is thrown. */
export async function data<T>(call: Promise<Answer<T>>): Promise<T> {
  const answer = await call;
  if (answer.data === undefined) throw asRefusal(answer.response, answer.error as Envelope<unknown> | null);
  return answer.data.data;
}

/** For a call that must not be done twice, however often its answer is lost. */
export function onceOnly(): { 'Idempotency-Key': string } {
  return { 'Idempotency-Key': crypto.randomUUID?.() ?? randomKey() };
}

/** Pages without TLS have no randomUUID. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
