const KEY = 'photoset.token';

/** The token of this browser's account; kept until the account is left. Other tabs share it. */
export function storedToken(): string | null {
  return localStorage.getItem(KEY);
}

export function storeToken(token: string | null): void {
  if (token === null) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, token);
}

/** When a token ends, in milliseconds since 1970; 0 if it cannot be read. */
export function expiryOf(token: string): number {
  try {
    const body = token.split('.')[1] ?? '';
    const claims = JSON.parse(atob(body.replaceAll('-', '+').replaceAll('_', '/'))) as { exp?: number };
    return (claims.exp ?? 0) * 1000;
  } catch {
    return 0;
  }
}
