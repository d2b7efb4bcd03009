import type { components } from '../api/schema';
import { fitsDesigns } from '../api/templates';
import { changeRule, executeInstances, type RuleContent, type RuleChange, type WorkingRule } from './rule';

type Variant = components['schemas']['StoredVariant'];

/** One look of the album; a job is made in one to three of them. */
export interface Design {
  id: DesignId;
  /** What its maker calls it; may be empty. */
  name: string;
  rule: WorkingRule;
  /** The saved rule that it came from. */
  saved: string | null;
}

export const DESIGN_IDS = ['a', 'b', 'c'] as const;
export type DesignId = (typeof DESIGN_IDS)[number];
/** As the server says of a variant. */
export const NAME_CHARS_MAX = 40;

/** How the pictures of all designs are written. */
export interface Output {
  format: 'png' | 'jpeg' | 'webp';
  edges: 'refined' | 'matted' | 'as_is';
  keepProfile: boolean;
  /** The kind of set that is made of them at the end. */
  template: string | null;
}

/** Everything that is asked of a job, while it is made. */
export interface Designs {
  all: readonly Design[];
  /** Which one is worked on. */
  at: DesignId;
  output: Output;
  /** What was there before a step that changed much; gone with the next step. */
  before: Designs | null;
}

export type DesignsChange =
  | RuleChange
  | { type: 'pick'; id: DesignId }
  | { type: 'add' }
  | { type: 'remove'; id: DesignId }
  | { type: 'name'; name: string }
  | { type: 'copy'; from: DesignId }
  | { type: 'load'; rule: RuleContent & { id: string; name: string } }
  | { type: 'saved'; id: string | null }
  | { type: 'output'; output: Partial<Output> }
  | { type: 'undo' };

export function newDesigns(protect: readonly string[], loaded?: RuleContent & { id: string }): Designs {
  const rule: WorkingRule = {
    concepts: loaded?.concepts ?? {},
    protect: loaded?.protect ?? [...protect],
    instances: {},
  };
  return {
    all: [{ id: 'a', name: '', rule, saved: loaded?.id ?? null }],
    at: 'a',
    output: { format: 'png', edges: 'refined', keepProfile: false, template: null },
    before: null,
  };
}

/** The designs that a job was made in, to go on from; with the single things that each of them left out or locked. */
export function designsOf(
  variants: readonly Variant[],
  instances: Readonly<Record<string, WorkingRule['instances']>> = {},
): Designs {
  const start = newDesigns([]);
  const all = variants.map((variant, place): Design => ({
    id: DESIGN_IDS[place] ?? 'a',
    name: variant.name ?? '',
    rule: { ...(variant.rule as RuleContent), instances: instances[variant.id] ?? {} },
    saved: variant.rule_id ?? null,
  }));
  return all.length === 0 ? start : { ...start, all };
}

export function designAt({ all, at }: Designs): Design {
  const design = all.find(({ id }) => id === at) ?? all[0];
  if (design === undefined) throw new Error('A job has a design at least.');
  return design;
}

/** The one that another could be added under; null when there are three. */
export function freeId({ all }: Designs): DesignId | null {
  return DESIGN_IDS.find((id) => all.every((design) => design.id !== id)) ?? null;
}

export function changeDesigns(state: Designs, change: DesignsChange): Designs {
  const current = designAt(state);
  const next = { ...state, before: null };
  switch (change.type) {
    case 'pick':
      return { ...state, at: change.id };
    case 'add': {
      const id = freeId(state);
      if (id === null) return state;
      const all = [...state.all, { ...current, id, name: '' }];
      return { ...next, all: all.sort((one, other) => one.id.localeCompare(other.id)), at: id };
    }
    case 'remove': {
      const all = state.all.filter(({ id }) => id !== change.id);
      const [first] = all;
      if (first === undefined) return state;
      return { ...state, all, at: state.at === change.id ? first.id : state.at, before: state };
    }
    case 'name':
      return replaced(next, { ...current, name: change.name.slice(0, NAME_CHARS_MAX) });
    case 'copy': {
      const { rule, saved } = designAt({ ...state, at: change.from });
      return replaced({ ...state, before: state }, { ...current, rule, saved });
    }
    case 'load': {
      const { id, name, concepts, protect } = change.rule;
      const rule = { ...current.rule, concepts, protect };
      const named = current.name === '' ? name.slice(0, NAME_CHARS_MAX) : current.name;
      return replaced({ ...state, before: state }, { ...current, name: named, rule, saved: id });
    }
    case 'saved':
      return replaced(next, { ...current, saved: change.id });
    case 'output':
      return { ...next, output: { ...state.output, ...change.output } };
    case 'undo':
      return state.before ?? state;
    case 'read': {
      const before = Object.keys(current.rule.concepts).length === 0 ? null : state;
      return replaced({ ...state, before }, { ...current, rule: changeRule(current.rule, change) });
    }
    case 'act':
    case 'value':
    case 'leave':
    case 'protect':
    case 'shield':
    case 'instance':
    case 'instances':
      return replaced(next, { ...current, rule: changeRule(current.rule, change) });
  }
}

function replaced(state: Designs, design: Design): Designs {
  return { ...state, all: state.all.map((one) => (one.id === design.id ? design : one)) };
}

/** The designs that ask for nothing yet; a job cannot be made of them. */
export function emptyDesigns({ all }: Designs): readonly Design[] {
  return all.filter(({ rule }) => Object.keys(rule.concepts).length === 0);
}

/** What a design can be told by: its letter, and its name if it has one. */
export function labelOf({ id, name }: Pick<Design, 'id' | 'name'>): string {
  return name.trim() === '' ? id.toUpperCase() : `${id.toUpperCase()} · ${name.trim()}`;
}

/** Only in PNG and WebP there is nothing behind a product. */
export function needsTransparency({ all }: Designs): boolean {
  return all.some(({ rule }) =>
    Object.values(rule.concepts).some((action) => 'value' in action && action.value === 'transparent'),
  );
}

/** The set that is made at the end; null for none, also when what was chosen does not fit the designs any more. */
export function templateOf({ all, output }: Designs): string | null {
  const { template } = output;
  return template && fitsDesigns(template, all.length) ? template : null;
}

/** As `execute` takes them: one rule, or variants. */
export function executeRequest(designs: Designs) {
  const { format, edges, keepProfile } = designs.output;
  const template = templateOf(designs);
  const output = {
    output_format: format,
    edges,
    keep_profile: keepProfile,
    ...(template !== null && { output_template: template }),
  };
  const rules = designs.all.map(({ rule }) => ({
    concepts: rule.concepts,
    protect: rule.protect,
    instances: executeInstances(rule),
  }));
  return rules.length === 1
    ? { ...rules[0], ...output }
    : {
        variants: designs.all.map(({ id, name }, i) => ({
          id,
          ...(name.trim() === '' ? {} : { name: name.trim() }),
          ...rules[i],
        })),
        ...output,
      };
}
