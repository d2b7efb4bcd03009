import type { Preset } from '../api/queries';
import type { WorkingRule } from '../rules/rule';
import type { Chip } from './chips';
import type { FoundInstance } from './photo-view';

/** What is on the photo, the largest first, and what the rule names besides. */
export function chipsOf(
  found: readonly FoundInstance[],
  rule: WorkingRule,
  preset: Preset,
  hexOf: (id: string) => string | undefined,
): Chip[] {
  const counts = new Map<string, { count: number; area: number }>();
  for (const { instance } of found) {
    const known = counts.get(instance.concept) ?? { count: 0, area: 0 };
    counts.set(instance.concept, { count: known.count + 1, area: known.area + instance.area });
  }
  for (const concept of Object.keys(rule.concepts))
    if (!counts.has(concept)) counts.set(concept, { count: 0, area: 0 });
  return [...counts]
    .sort(([, one], [, other]) => other.area - one.area)
    .map(([id, { count }]) => {
      const details = preset.concept_details.find((concept) => concept.id === id);
      const action = rule.concepts[id];
      const value = action !== undefined && 'value' in action ? action.value : undefined;
      return {
        id,
        label: details?.display_name ?? id,
        count: details?.kind === 'instance' ? count : null,
        color: value === undefined ? null : (hexOf(value) ?? value),
        changed: action !== undefined,
        guarded: rule.protect.includes(id),
      };
    });
}

/** Those that were said to matter before the rest, each part in its order. */
export function chosenFirst(chips: readonly Chip[], chosen: readonly string[]): Chip[] {
  return chips.toSorted((one, other) => Number(chosen.includes(other.id)) - Number(chosen.includes(one.id)));
}
