import type { Material } from '../api/queries';
import { useTexts } from '../i18n';
import { Segmented } from '../ui/segmented';
import { OwnColor, Options } from './options';
import { usualAction, type Action, type ActionName, type RuleChange, type WorkingRule } from './rule';
import styles from './rules.module.css';
import { Swatches } from './swatches';

interface ConceptEditorProps {
  concept: string;
  rule: WorkingRule;
  materials: readonly Material[];
  change: (change: RuleChange) => void;
}

/** The concept that lies behind a product; it alone can be exchanged whole. */
const BACKGROUND = 'Background';

/** What happens to one concept. */
export function ConceptEditor({ concept, rule, materials, change }: ConceptEditorProps) {
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
    concept === BACKGROUND ? ['background', 'blur', 'tone'] : ['recolor', 'texture', 'tone', 'blur'];
  return (
    <div className={styles.section}>
      <Segmented
        label={texts.treatment}
        value={treatment}
        options={(['keep', 'change', 'protect'] as const).map((value) => ({ value, label: texts[value] }))}
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
          <Value action={action} materials={materials} onChange={act} />
          <Options action={action} onChange={act} />
        </>
      )}
    </div>
  );
}

function Value({
  action,
  materials,
  onChange,
}: {
  action: Action;
  materials: readonly Material[];
  onChange: (action: Action) => void;
}) {
  if (!('value' in action)) return null;
  const flat = action.action !== 'texture';
  const offered = materials.filter(({ kind }) => (kind === 'paint') === flat);
  const hex =
    materials.find(({ id }) => id === action.value)?.hex ??
    (action.value.startsWith('#') ? action.value : '#ffffff');
  const pick = (value: string) => onChange({ ...action, value } as Action);
  return (
    <>
      {flat && <OwnColor value={action.value} hex={hex} onChange={pick} />}
      <Swatches materials={offered} value={action.value} onPick={pick} />
    </>
  );
}
