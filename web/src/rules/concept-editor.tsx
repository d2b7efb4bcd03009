import { useCallback, useMemo } from 'react';
import type { Material } from '../api/queries';
import { useTexts } from '../i18n';
import { Button } from '../ui/button';
import { Segmented } from '../ui/segmented';
import { ColorPicker } from './color-picker';
import { useDrag, type DraggedStore, type Move } from './drag';
import { hexOfText } from './oklch';
import { Options } from './options';
import { usualAction, type Action, type ActionName, type RuleChange, type WorkingRule } from './rule';
import styles from './rules.module.css';
import { Swatches } from './swatches';

interface ConceptEditorProps {
  concept: string;
  /** Some can only be protected, or only be removed. */
  changeable: boolean;
  /** A thing and no surface, so that something is left around it to fill its place from. */
  removable: boolean;
  rule: WorkingRule;
  materials: readonly Material[];
  dragged: DraggedStore;
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
  dragged,
  change,
}: ConceptEditorProps) {
  const { rule: texts } = useTexts();
  const action = rule.concepts[concept];
  const treatment = action !== undefined ? 'change' : rule.protect.includes(concept) ? 'protect' : 'keep';
  const treat = (wanted: 'keep' | 'change' | 'protect') => {
    if (wanted === 'keep') change({ type: 'leave', concept });
    if (wanted === 'protect') change({ type: 'protect', concept });
    if (wanted === 'change')
      change({
        type: 'act',
        concept,
        action: usualAction(concept === BACKGROUND ? 'background' : changeable ? 'recolor' : 'remove'),
      });
  };
  const names: ActionName[] =
    concept === BACKGROUND
      ? ['background', 'blur', 'tone']
      : [
          ...(changeable ? (['recolor', 'texture', 'tone', 'blur'] as const) : []),
          ...(removable ? (['remove'] as const) : []),
        ];
  return (
    <div className={styles.section}>
      <Segmented
        label={texts.treatment}
        value={treatment}
        options={(['keep', 'change', 'protect'] as const)
          .filter((value) => changeable || removable || value !== 'change')
          .map((value) => ({ value, label: texts[value] }))}
        onChange={treat}
      />
      {action !== undefined && (
        <Treatment
          concept={concept}
          action={action}
          names={names}
          materials={materials}
          dragged={dragged}
          change={change}
        />
      )}
    </div>
  );
}

interface TreatmentProps extends Pick<ConceptEditorProps, 'concept' | 'materials' | 'dragged' | 'change'> {
  action: Action;
  names: readonly ActionName[];
}

/** The action with its value and options; while a slider moves, nothing but this and the photo is drawn anew. */
function Treatment({ concept, action: made, names, materials, dragged, change: make }: TreatmentProps) {
  const { rule: texts } = useTexts();
  const { action, drag, settle, change } = useDrag(made, make, dragged);
  const act = (next: Action) => change({ type: 'act', concept, action: next });
  return (
    <div className={styles.section} onBlur={settle}>
      <Segmented
        label={texts.change}
        value={action.action}
        options={names.map((value) => ({ value, label: texts.actions[value] }))}
        onChange={(name) => act(usualAction(name))}
      />
      <Value concept={concept} action={action} materials={materials} drag={drag} change={change} />
      <Options
        action={action}
        onChange={act}
        onDrag={(next) => drag({ type: 'act', concept, action: next })}
      />
    </div>
  );
}

interface ValueProps extends Pick<ConceptEditorProps, 'concept' | 'materials' | 'change'> {
  action: Action;
  drag: (move: Move) => void;
}

/** The color or the material. While a color is dragged, the swatches stay as they are: a frame has no time for them. */
function Value({ concept, action, materials, drag, change }: ValueProps) {
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
          onDrag={(value) => drag({ type: 'value', concept, value })}
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
