// @vitest-environment node
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { enProblems } from './en-problems';
import { koProblems } from './ko-problems';

const read = (page: string) =>
  readFileSync(new URL(`../../../docs/reference/${page}`, import.meta.url), 'utf8');

/** Seen by this browser alone. */
const OWN = ['OFFLINE', 'SESSION_LOST'];

test('every code of the page of statuses has a text in both languages, and no other', () => {
  const table = /<!-- problems -->([\s\S]*?)<!-- end -->/.exec(read('statuses.md'))?.[1] ?? '';
  const codes = [...table.matchAll(/^\| `([A-Z_]+)` \|/gm)].map((row) => row[1] ?? '');
  expect(codes.length).toBeGreaterThan(20);
  expect(Object.keys(enProblems).sort()).toEqual([...codes, ...OWN].sort());
  expect(Object.keys(koProblems).sort()).toEqual([...codes, ...OWN].sort());
});

test('every code of the document has a text, and Korean is written in Korean', () => {
  const document = JSON.parse(read('openapi.json')) as {
    components: { schemas: { Failure: { properties: { code: { enum: string[] } } } } };
  };
  for (const code of document.components.schemas.Failure.properties.code.enum) {
    expect(enProblems[code as keyof typeof enProblems], code).toMatch(/^[A-Z].*\.$/);
    expect(koProblems[code as keyof typeof koProblems], code).toMatch(/[가-힣].*요\.$/);
  }
});
