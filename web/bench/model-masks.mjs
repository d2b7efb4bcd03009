// Asks a running product for the walls and floors that the bundled network finds in the sample rooms, and writes them to
// model-masks.json as run-lengths: node bench/model-masks.mjs http://127.0.0.1:8080
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const SAMPLES = new URL('../../activities-gpu/models/lite/samples/', import.meta.url);
const SURFACES = ['Wall', 'Floor'];
const AGAIN_AFTER_MS = 1500;

const url = process.argv[2] ?? 'http://127.0.0.1:8080';
const rooms = readdirSync(new URL('masks/', SAMPLES)).filter(
  (name) => !readdirSync(new URL(`masks/${name}/`, SAMPLES)).includes('Product.png'),
);
let token = '';
token = (await call('POST', '/auth/anon', {})).token;
const photos = rooms.map((room) => readFileSync(new URL(`${room}.jpg`, SAMPLES)));
const { job_id: job, presigned_urls: links } = await call('POST', '/jobs', {
  preset: 'interior',
  items: photos.map(({ length }) => ({ content_type: 'image/jpeg', size: length })),
});
for (const { url: place, headers, idx } of links) {
  const stored = await fetch(place, { method: 'PUT', headers, body: photos[idx] });
  if (!stored.ok) throw new Error(`The store answered ${stored.status} for ${rooms[idx]}.`);
}
await call('POST', `/jobs/${job}/confirm-upload`, {});
await call('POST', `/jobs/${job}/segment`, { concepts: SURFACES });
for (let status = 'running'; status !== 'done';) {
  await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
  status = (await call('GET', `/jobs/${job}`)).job.segmentation.status;
  if (status === 'failed') throw new Error('The rooms could not be segmented.');
}
const masks = Object.fromEntries(rooms.map((room) => [room, {}]));
for (const concept of SURFACES)
  for (const { idx, rle } of await call('GET', `/jobs/${job}/instances?concept=${concept}&limit=100`))
    masks[rooms[idx]][concept] = { size: rle.size, counts: rle.counts };
writeFileSync(new URL('model-masks.json', import.meta.url), `${JSON.stringify(masks, null, 1)}\n`);

async function call(method, path, body) {
  const response = await fetch(url + path, {
    method,
    headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
    body: body && JSON.stringify(body),
  });
  const { data, error } = await response.json();
  if (error) throw new Error(`${method} ${path}: ${error.message}`);
  return data;
}
