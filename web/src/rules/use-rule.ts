import { useEffect, useReducer } from 'react';
import { changeRule, type RuleChange, type WorkingRule } from './rule';

/** The rule of a job while it is made; kept in this browser, so that nothing is lost by a reload. */
export function useRule(job: string, protect: string[]): [WorkingRule, (change: RuleChange) => void] {
  const key = `photoset.rule.${job}`;
  const [rule, change] = useReducer(
    changeRule,
    null,
    () => kept(key) ?? { concepts: {}, protect, instances: {} },
  );
  useEffect(() => localStorage.setItem(key, JSON.stringify(rule)), [key, rule]);
  return [rule, change];
}

function kept(key: string): WorkingRule | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as WorkingRule | null;
  } catch {
    return null;
  }
}

/** The rule was handed over; what stands here is not needed any more. */
export function dropRule(job: string): void {
  localStorage.removeItem(`photoset.rule.${job}`);
}
