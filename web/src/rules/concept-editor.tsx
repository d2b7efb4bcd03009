import { useCallback, useMemo } from 'react';
import type { Material } from '../api/queries';
import { useTexts } from '../i18n';
import { Button } from '../ui/button';
import { Segmented } from '../ui/segmented';
import { ColorPicker } from './color-picker';
import { hexOfText } from './oklch';
import { Options } from './options';
import { usualAction, type Action, type ActionName, type RuleChange, type WorkingRule } from './rule';
import styles from './rules.module.css';
import { Swatches } from './swatches';

interface ConceptEditorProps {
  concept: string;
  /** Some can only be protected. */
  changeable: boolean;
  /** A thing and no surface, so that something is left around it to fill its place from. */
  removable: boolean;
  rule: WorkingRule;
  materials: readonly Material[];
  change: (change: RuleChange) => void;
}

/** The concept that lies behind a product; it alone can be exchanged whole. */
const BACKGROUND = 'Background';

/** What is one color all over. */
const FLAT: readonly Material['kind'][] = ['paint', 'metal'];

/** What happens to one concept. */
export function ConceptEditor({
  concept,
  changeable,
  removable,
  rule,
  materials,
  change,
}: ConceptEditorProps) {
  const { rule: texts } = useTexts();
  const action = rule.concepts[concept];
  const treatment = action !== undefined ? 'change' : rule.protect.includes(concept) ? 'protect' : 'keep';
  const treat = (wanted: 'keep' | 'change' | 'protect') => {
    if (wanted === 'keep') change({ type: 'leave', concept });
    if (wanted === 'protect') change({ type: 'protect', concept });
    if (wanted === 'change') act(usualAction(concept === BACKGROUND ? 'background' : 'recolor'));
  };
  const act = (next: Action) => change({ type: 'act', concept, action: next });
  const names: ActionName[] =
    concept === BACKGROUND
      ? ['background', 'blur', 'tone']
      : ['recolor', 'texture', 'tone', 'blur', ...(removable ? (['remove'] as const) : [])];
  return (
    <div className={styles.section}>
      <Segmented
        label={texts.treatment}
        value={treatment}
        options={(['keep', 'change', 'protect'] as const)
          .filter((value) => changeable || value !== 'change')
          .map((value) => ({ value, label: texts[value] }))}
        onChange={treat}
      />
      {action !== undefined && (
        <>
          <Segmented
            label={texts.change}
            value={action.action}
            options={names.map((value) => ({ value, label: texts.actions[value] }))}
            onChange={(name) => act(usualAction(name))}
          />
          <Value concept={concept} action={action} materials={materials} change={change} />
          <Options action={action} onChange={act} />
        </>
      )}
    </div>
  );
}

interface ValueProps extends Pick<ConceptEditorProps, 'concept' | 'materials' | 'change'> {
  action: Action;
}

/** The color or the material. While a color is dragged, the swatches stay as they are: a frame has no time for them. */
function Value({ concept, action, materials, change }: ValueProps) {
  const { editor, rule: texts } = useTexts();
  const texture = action.action === 'texture';
  const offered = useMemo(
    () =>
      texture
        ? materials.filter(({ kind }) => kind !== 'paint')
        : FLAT.flatMap((wanted) => materials.filter(({ kind }) => kind === wanted)),
    [materials, texture],
  );
  const pick = useCallback((value: string) => change({ type: 'value', concept, value }), [change, concept]);
  if (!('value' in action)) return null;
  const material = materials.find(({ id }) => id === action.value);
  const transparent = action.value === 'transparent';
  return (
    <>
      {!texture && (
        <ColorPicker
          label={texts.color}
          hex={material?.hex ?? hexOfText(action.value) ?? '#ffffff'}
          onChange={pick}
        />
      )}
      {action.action === 'background' && (
        <Button aria-pressed={transparent} onClick={() => pick(transparent ? '#ffffff' : 'transparent')}>
          {editor.transparent}
        </Button>
      )}
      <Swatches materials={offered} value={material?.id ?? null} onPick={pick} />
    </>
  );
}
