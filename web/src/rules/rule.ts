import type { components } from '../api/schema';

type Schemas = components['schemas'];
export type Action =
  | Schemas['Background']
  | Schemas['Blur']
  | Schemas['Recolor']
  | Schemas['Remove']
  | Schemas['Texture']
  | Extract<Schemas['Tone'], { action: 'tone' }>;
export type ActionName = Action['action'];
export type InstanceState = 'include' | 'exclude' | 'lock';

/** What is saved, loaded and read from words. */
export interface RuleContent {
  concepts: Record<string, Action>;
  protect: string[];
}

/** A rule while it is made. */
export interface WorkingRule {
  /** In the order in which they were chosen: where two claim a pixel, the later one has it. */
  concepts: Record<string, Action>;
  protect: string[];
  instances: Record<string, 'exclude' | 'lock'>;
}

export type RuleChange =
  | { type: 'act'; concept: string; action: Action }
  | { type: 'value'; concept: string; value: string }
  | { type: 'leave'; concept: string }
  | { type: 'protect'; concept: string }
  /** As `protect`, but what it gets is kept for the time after. */
  | { type: 'shield'; concept: string; on: boolean }
  | { type: 'instance'; id: string; state: InstanceState }
  | { type: 'instances'; states: Record<string, InstanceState> }
  /** What was read from words: what they name is done, the rest stays as it is. */
  | { type: 'read'; concepts: Record<string, Action>; protect: readonly string[] };

export function changeRule(rule: WorkingRule, change: RuleChange): WorkingRule {
  switch (change.type) {
    case 'act':
      return {
        ...rule,
        concepts: { ...rule.concepts, [change.concept]: change.action },
        protect: rule.protect.filter((concept) => concept !== change.concept),
      };
    case 'value': {
      const action = rule.concepts[change.concept];
      if (action === undefined || !('value' in action)) return rule;
      const next = { ...action, value: change.value } as Action;
      return { ...rule, concepts: { ...rule.concepts, [change.concept]: next } };
    }
    case 'leave':
      return {
        ...rule,
        concepts: without(rule.concepts, change.concept),
        protect: rule.protect.filter((concept) => concept !== change.concept),
      };
    case 'protect':
      return {
        ...rule,
        concepts: without(rule.concepts, change.concept),
        protect: [...rule.protect.filter((concept) => concept !== change.concept), change.concept],
      };
    case 'shield': {
      const others = rule.protect.filter((concept) => concept !== change.concept);
      return { ...rule, protect: change.on ? [...others, change.concept] : others };
    }
    case 'instance':
      return withStates(rule, { [change.id]: change.state });
    case 'instances':
      return withStates(rule, change.states);
    case 'read': {
      const named = [...Object.keys(change.concepts), ...change.protect];
      const others = Object.entries(rule.concepts).filter(([concept]) => !named.includes(concept));
      return {
        ...rule,
        concepts: { ...Object.fromEntries(others), ...change.concepts },
        protect: [...rule.protect.filter((concept) => !named.includes(concept)), ...change.protect],
      };
    }
  }
}

function withStates(rule: WorkingRule, states: Record<string, InstanceState>): WorkingRule {
  const instances = { ...rule.instances };
  for (const [id, state] of Object.entries(states))
    if (state === 'include') delete instances[id];
    else instances[id] = state;
  return { ...rule, instances };
}

function without<T>(map: Record<string, T>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(map).filter(([name]) => name !== key));
}

/** What happens first when somebody picks an action. */
export function usualAction(action: ActionName): Action {
  switch (action) {
    case 'recolor':
      return { action, value: 'sage' };
    case 'texture':
      return { action, value: 'oak_a' };
    case 'tone':
      return { action, exposure: 0.5 };
    case 'blur':
      return { action, strength: 0.5 };
    case 'remove':
      return { action };
    case 'background':
      return { action, value: '#f4f4f2' };
  }
}

/** Only those of its instances that a rule names. */
export function executeInstances(rule: WorkingRule): { exclude: string[]; lock: string[] } {
  const of = (state: 'exclude' | 'lock') =>
    Object.entries(rule.instances)
      .filter(([, chosen]) => chosen === state)
      .map(([id]) => id);
  return { exclude: of('exclude'), lock: of('lock') };
}

/** Whether two rules ask for the same; the order of concepts is part of it, absent options are not. */
export function isSameRule(one: RuleContent, other: RuleContent): boolean {
  return wordsOf(one) === wordsOf(other);
}

function wordsOf({ concepts, protect }: RuleContent): string {
  const actions = Object.entries(concepts).map(([concept, action]) => [
    concept,
    Object.entries(action)
      .filter(([, value]) => value !== null && value !== undefined)
      .sort(([a], [b]) => a.localeCompare(b)),
  ]);
  return JSON.stringify([actions, [...protect].sort()]);
}
