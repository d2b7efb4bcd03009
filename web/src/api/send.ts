import { offline } from './refusal';

/** fetch, whose failure to reach the server is a refusal like others. */
export async function send(input: Request | string, init?: RequestInit): Promise<Response> {
  try {
    return await fetch(input, init);
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure;
    throw offline();
  }
}
