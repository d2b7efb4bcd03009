import type { components } from '../api/schema';
import type { RuleContent } from './rule';

export type ParsedRule = components['schemas']['ParsedRule'];

/** A piece of a line, and whether it was read. */
export interface Part {
  at: number;
  text: string;
  kind: 'understood' | 'unknown' | 'between';
}

/** The line in pieces, in its order and without a gap. */
export function partsOf(
  line: string,
  { understood, unknown }: Pick<ParsedRule, 'understood' | 'unknown'>,
): Part[] {
  const known = [
    ...understood.map(({ at, text }): Part => ({ at, text, kind: 'understood' })),
    ...unknown.map(({ at, text }): Part => ({ at, text, kind: 'unknown' })),
  ].sort((one, other) => one.at - other.at);
  const parts: Part[] = [];
  let end = 0;
  for (const part of known) {
    // Two meanings of the same word, as of a compound, are one piece.
    if (part.at < end) continue;
    if (part.at > end) parts.push({ at: end, text: line.slice(end, part.at), kind: 'between' });
    parts.push(part);
    end = part.at + part.text.length;
  }
  if (end < line.length) parts.push({ at: end, text: line.slice(end), kind: 'between' });
  return parts;
}

/** What a line itself says: not what the server protects in every rule of the preset. */
export function readOf({ rule, understood }: ParsedRule): RuleContent {
  const { concepts, protect } = rule as RuleContent;
  const named = new Set(understood.map(({ meaning }) => meaning));
  return { concepts, protect: protect.filter((concept) => named.has(concept)) };
}

/** Which concept a line is about: the first that it names among those that it changes, else among those it protects. */
export function firstOf(
  read: RuleContent,
  { understood }: Pick<ParsedRule, 'understood'>,
): string | undefined {
  const said = [...understood].sort((one, other) => one.at - other.at).map(({ meaning }) => meaning);
  const changed = Object.keys(read.concepts);
  return (
    said.find((id) => changed.includes(id)) ?? changed[0] ?? said.find((id) => read.protect.includes(id))
  );
}
