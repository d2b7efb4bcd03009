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
  | { type: 'leave'; concept: string }
  | { type: 'protect'; concept: string }
  | { type: 'instance'; id: string; state: InstanceState }
  | { type: 'replace'; concepts: Record<string, Action>; protect: string[] };

export function changeRule(rule: WorkingRule, change: RuleChange): WorkingRule {
  switch (change.type) {
    case 'act':
      return {
        ...rule,
        concepts: { ...rule.concepts, [change.concept]: change.action },
        protect: rule.protect.filter((concept) => concept !== change.concept),
      };
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
    case 'instance':
      return {
        ...rule,
        instances:
          change.state === 'include'
            ? without(rule.instances, change.id)
            : { ...rule.instances, [change.id]: change.state },
      };
    case 'replace':
      return { ...rule, concepts: change.concepts, protect: change.protect };
  }
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
