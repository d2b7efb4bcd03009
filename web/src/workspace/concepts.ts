import type { Preset } from '../api/queries';
import type { WorkingRule } from '../rules/rule';
import type { AlbumCounts } from './album';
import type { FoundInstance } from './photo-view';

/** A concept of the preset, what is on the photo of it and what happens to it. */
export interface Chip {
  id: string;
  label: string;
  /** What it contains. */
  description: string;
  countable: boolean;
  /** Instances on the photo. */
  count: number;
  /** On all photos; undefined until all are known. */
  albumCount: number | undefined;
  /** What it gets; null without a color. */
  color: string | null;
  changed: boolean;
  guarded: boolean;
}

/** Every concept of the preset: the largest on the photo first, those that are not on it last. */
export function chipsOf(
  found: readonly FoundInstance[],
  rule: WorkingRule,
  preset: Preset,
  hexOf: (id: string) => string | undefined,
  album: AlbumCounts | undefined,
): Chip[] {
  return preset.concept_details
    .map(({ id, display_name, description, kind }) => {
      const own = found.filter(({ instance }) => instance.concept === id);
      const action = rule.concepts[id];
      const value = action !== undefined && 'value' in action ? action.value : undefined;
      return {
        id,
        label: display_name,
        description,
        countable: kind === 'instance',
        count: own.length,
        albumCount: album?.count(id),
        area: own.reduce((sum, { instance }) => sum + instance.area, 0),
        color: value === undefined ? null : (hexOf(value) ?? value),
        changed: action !== undefined,
        guarded: rule.protect.includes(id),
      };
    })
    .sort((one, other) => other.area - one.area);
}

/** Those that were said to matter before the rest, each part in its order. */
export function chosenFirst(chips: readonly Chip[], chosen: readonly string[]): Chip[] {
  return chips.toSorted((one, other) => Number(chosen.includes(other.id)) - Number(chosen.includes(one.id)));
}
