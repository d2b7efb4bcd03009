import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const SAMPLES = join(import.meta.dirname, '../../activities-gpu/models/lite/samples');
const ROOMS = [
  'bathroom_green',
  'bathroom_tile',
  'bedroom_wardrobe',
  'kitchen_corner',
  'kitchen_island',
  'kitchen_white',
  'living_tv',
  'study_sofa',
];

/** An account with a job, as a client of the public contract makes them. */
export interface Account {
  url: string;
  token: string;
}

const RECOLORED = { Wall: { action: 'recolor', value: '#1f3a5f' } };

export const ONE_RULE = { concepts: RECOLORED, protect: ['Window'] };
export const THREE_DESIGNS = {
  protect: ['Window'],
  variants: [
    { id: 'a', name: 'Blue', concepts: RECOLORED },
    { id: 'b', concepts: { Wall: { action: 'recolor', value: 'sage' } } },
    { id: 'c', concepts: { Floor: { action: 'recolor', value: '#7a5c3e' } } },
  ],
};

async function call<T>({ url, token }: Account, path: string, body: unknown): Promise<T> {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(token !== '' && { Authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as { data: T; error: unknown };
  if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer.error)}`);
  return answer.data;
}

export async function newAccount(url: string): Promise<Account> {
  return { url, ...(await call<{ token: string }>({ url, token: '' }, '/auth/anon', {})) };
}

interface Created {
  job_id: string;
  presigned_urls: { url: string; headers: Record<string, string> }[];
}

/** Sends the first sample rooms and runs a rule on them; the job's id, while it is at work. */
export async function startRun(account: Account, rooms: number, rule: unknown): Promise<string> {
  const photos = ROOMS.slice(0, rooms).map((name) => readFileSync(join(SAMPLES, `${name}.jpg`)));
  const { job_id: id, presigned_urls: links } = await call<Created>(account, '/jobs', {
    preset: 'interior',
    items: photos.map(({ length }) => ({ content_type: 'image/jpeg', size: length })),
  });
  await Promise.all(
    links.map(({ url, headers }, i) => fetch(url, { method: 'PUT', headers, body: photos[i] ?? null })),
  );
  await call(account, `/jobs/${id}/confirm-upload`, {});
  await call(account, `/jobs/${id}/execute`, rule);
  return id;
}
