import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api, data } from './client';
import { nextCursor } from './queries';
import { Refusal } from './refusal';
import { session } from './session';
import { storedToken, storeToken } from './token';

const DAY_S = 86_400;

/** A server as far as accounts go; says what it was asked. */
const asked: string[] = [];
let me: (token: string | null) => Response;

function tokenFor(seconds: number, name: string): string {
  return `${name}.${btoa(JSON.stringify({ exp: Date.now() / 1000 + seconds }))}.x`;
}

function answer(status: number, body: unknown, code?: string): Response {
  const error = code === undefined ? null : { code, message: code, details: [] };
  return new Response(JSON.stringify({ data: body, error }), { status });
}

beforeEach(() => {
  asked.length = 0;
  localStorage.clear();
  session.startAnew();
  me = () => answer(200, { credits: 10 });
  vi.stubGlobal('fetch', (input: Request | string) => {
    const url = new URL(typeof input === 'string' ? input : input.url, location.origin);
    asked.push(url.pathname);
    if (url.pathname === '/auth/anon')
      return Promise.resolve(answer(201, { token: tokenFor(30 * DAY_S, 'new') }));
    if (url.pathname === '/auth/refresh')
      return Promise.resolve(answer(200, { token: tokenFor(30 * DAY_S, 'fresh') }));
    return Promise.resolve(me((input as Request).headers.get('Authorization')));
  });
});

afterEach(() => vi.unstubAllGlobals());

test('many calls at once open one account', async () => {
  await Promise.all([data(api.GET('/me')), data(api.GET('/me')), data(api.GET('/me'))]);

  expect(asked.filter((path) => path === '/auth/anon')).toHaveLength(1);
  expect(storedToken()).toMatch(/^new\./);
});

test('a token that ends soon is renewed before it is used', async () => {
  storeToken(tokenFor(60, 'old'));

  await data(api.GET('/me'));

  expect(asked).toEqual(['/auth/refresh', '/me']);
});

test('a token that the server calls expired is renewed once, and the call is made again', async () => {
  storeToken(tokenFor(30 * DAY_S, 'old'));
  me = (token) =>
    token?.startsWith('Bearer old') ? answer(401, null, 'TOKEN_EXPIRED') : answer(200, { credits: 7 });

  expect((await data(api.GET('/me'))).credits).toBe(7);
  expect(asked).toEqual(['/me', '/auth/refresh', '/me']);
});

test('an account that is gone is said once and asked for no more', async () => {
  storeToken(tokenFor(30 * DAY_S, 'old'));
  me = () => answer(401, null, 'TOKEN_INVALID');
  await expect(data(api.GET('/me'))).rejects.toBeInstanceOf(Refusal);
  expect(session.isLost()).toBe(true);
  asked.length = 0;

  await expect(data(api.GET('/me'))).rejects.toMatchObject({ code: 'SESSION_LOST' });
  expect(asked).toEqual([]);

  session.startAnew();
  me = () => answer(200, { credits: 10 });
  await data(api.GET('/me'));
  expect(asked).toEqual(['/auth/anon', '/me']);
});

test('the next page is read from the Link header', () => {
  expect(nextCursor('</jobs?limit=20&cursor=a%3D>; rel="next"')).toBe('a=');
  expect(nextCursor(null)).toBeUndefined();
});
