import { useQuery } from '@tanstack/react-query';
import { materialsQuery, presetQuery } from '../api/queries';
import { useTexts } from '../i18n';
import { useSetting } from '../shell/preferences';
import { hexOfText } from './oklch';
import type { Action } from './rule';

/** What concepts, materials and actions are called in the language of the page. */
export interface Labels {
  concept: (id: string) => string;
  material: (id: string) => string | undefined;
  action: (action: Action) => string;
  /** The color by which a value is known: its own, or the material's. */
  hex: (action: Action) => string | null;
}

export function useLabels(preset: string): Labels {
  const { rule, editor } = useTexts();
  const [language] = useSetting('language');
  const details = useQuery(presetQuery(preset, language)).data;
  const materials = useQuery(materialsQuery).data;
  const find = (id: string) => materials?.find((material) => material.id === id);
  return {
    concept: (id) => details?.concept_details.find((concept) => concept.id === id)?.display_name ?? id,
    material: (id) => find(id)?.names[language],
    action: (action) => {
      if (!('value' in action)) return rule.actions[action.action];
      if (action.value === 'transparent') return editor.transparent;
      return find(action.value)?.names[language] ?? action.value;
    },
    hex: (action) => ('value' in action ? (find(action.value)?.hex ?? hexOfText(action.value)) : null),
  };
}
