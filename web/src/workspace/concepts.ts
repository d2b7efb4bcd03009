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
  /** Whether the network is asked for it. */
  sought: boolean;
  /** Instances on the photo. */
  count: number;
  /** On all photos; undefined until all are known. */
  albumCount: number | undefined;
  /** What it gets; null without a color. */
  color: string | null;
  changed: boolean;
  guarded: boolean;
}

/** A job is looked through for so many; the first ones of a preset matter most. */
const SOUGHT_MAX = 16;

/** What the network is asked for: what it does not know is drawn. */
export function soughtOf(preset: Preset): string[] {
  return preset.concept_details.flatMap(({ id, findable }) => (findable ? [id] : [])).slice(0, SOUGHT_MAX);
}

/** Every concept of the preset: the largest on the photo first, those that are not on it last. */
export function chipsOf(
  found: readonly FoundInstance[],
  rule: WorkingRule,
  preset: Preset,
  hexOf: (id: string) => string | undefined,
  album: AlbumCounts | undefined,
): Chip[] {
  const sought = soughtOf(preset);
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
        sought: sought.includes(id),
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
