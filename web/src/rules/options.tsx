import { useTexts } from '../i18n';
import { Button } from '../ui/button';
import { Segmented } from '../ui/segmented';
import { ColorPicker } from './color-picker';
import { CornersOption } from './corners-option';
import type { Action } from './rule';
import { hexOfText } from './oklch';
import styles from './rules.module.css';

type OptionName = keyof ReturnType<typeof useTexts>['editor']['options'];

interface Range {
  name: OptionName;
  min: number;
  max: number;
  step: number;
  usual: number;
  /** Rarely needed; not in the first view. */
  rare?: true;
}

/** As docs/reference/rules.md has them. */
export const RANGES: Record<Action['action'], readonly Range[]> = {
  recolor: [
    { name: 'keep_light', min: 0, max: 1, step: 0.05, usual: 1 },
    { name: 'anchor', min: 0.5, max: 0.9, step: 0.01, usual: 0.65, rare: true },
  ],
  texture: [
    { name: 'scale', min: 0.1, max: 10, step: 0.1, usual: 1 },
    { name: 'angle', min: -180, max: 180, step: 5, usual: 0 },
    { name: 'keep_light', min: 0, max: 1, step: 0.05, usual: 1, rare: true },
  ],
  tone: [
    { name: 'exposure', min: -3, max: 3, step: 0.1, usual: 0 },
    { name: 'contrast', min: 0.5, max: 2, step: 0.05, usual: 1 },
    { name: 'temperature', min: -100, max: 100, step: 5, usual: 0 },
    { name: 'saturation', min: 0, max: 2, step: 0.05, usual: 1 },
    { name: 'tint', min: -100, max: 100, step: 5, usual: 0, rare: true },
    { name: 'gloss', min: -1, max: 1, step: 0.1, usual: 0, rare: true },
  ],
  blur: [{ name: 'strength', min: 0, max: 1, step: 0.05, usual: 0.5 }],
  remove: [],
  background: [{ name: 'shadow', min: 0, max: 1, step: 0.05, usual: 1 }],
};

interface OptionsProps {
  action: Action;
  onChange: (action: Action) => void;
  /** While a slider moves; `onChange` is not called for it. */
  onDrag: (action: Action) => void;
}

/** The options of an action; the rarely needed ones are folded away. */
export function Options({ action, onChange, onDrag }: OptionsProps) {
  const { rule, editor } = useTexts();
  const ranges = RANGES[action.action];
  const rare = ranges.filter((range) => range.rare);
  return (
    <div className={styles.section}>
      {action.action === 'recolor' && (
        <Segmented
          label={rule.finish}
          value={action.finish ?? 'matte'}
          options={(['matte', 'satin', 'gloss'] as const).map((value) => ({
            value,
            label: rule.finishes[value],
          }))}
          onChange={(finish) => onChange({ ...action, finish })}
        />
      )}
      <Sliders ranges={ranges.filter((range) => !range.rare)} action={action} onDrag={onDrag} />
      {rare.length > 0 && (
        <details className={styles.more}>
          <summary>{editor.more}</summary>
          <div className={styles.section}>
            <Sliders ranges={rare} action={action} onDrag={onDrag} />
            {action.action === 'recolor' && (
              <PaintOptions action={action} onChange={onChange} onDrag={onDrag} />
            )}
            {action.action === 'texture' && <CornersOption action={action} onChange={onChange} />}
          </div>
        </details>
      )}
    </div>
  );
}

interface SlidersProps extends Omit<OptionsProps, 'onChange'> {
  ranges: readonly Range[];
}

function Sliders({ ranges, action, onDrag }: SlidersProps) {
  const { editor } = useTexts();
  const values = action as unknown as Partial<Record<OptionName, number | null>>;
  return ranges.map(({ name, usual, min, max, step }) => {
    const value = values[name] ?? usual;
    return (
      <label key={name} className={styles.option}>
        <span>
          {editor.options[name]}
          <output>{value}</output>
        </span>
        <input
          type="range"
          aria-label={editor.options[name]}
          min={min}
          max={max}
          step={step}
          value={value}
          onChange={(event) => onDrag({ ...action, [name]: Number(event.target.value) })}
          onDoubleClick={() => onDrag({ ...action, [name]: usual })}
        />
      </label>
    );
  });
}

type Recolor = Extract<Action, { action: 'recolor' }>;

/** Whether the color is the one that is seen or the one on the card, and what paint is there now. */
function PaintOptions({ action, onChange, onDrag }: OptionsProps & { action: Recolor }) {
  const { editor } = useTexts();
  const mode = action.mode ?? 'appearance';
  const choose = (next: 'appearance' | 'paint') => {
    // Only paint has a present paint.
    onChange({ ...action, mode: next, present: next === 'paint' ? (action.present ?? null) : null });
  };
  return (
    <>
      <Segmented
        label={editor.mode}
        value={mode}
        options={(['appearance', 'paint'] as const).map((value) => ({ value, label: editor.modes[value] }))}
        onChange={choose}
      />
      {mode === 'paint' && (
        <div className={styles.section}>
          <h3>{editor.present}</h3>
          <p className={styles.hint}>{editor.presentHint}</p>
          <ColorPicker
            label={editor.present}
            hex={hexOfText(action.present ?? '') ?? '#ffffff'}
            onChange={(present) => onChange({ ...action, present })}
            onDrag={(present) => onDrag({ ...action, present })}
          />
          {action.present && (
            <Button look="quiet" onClick={() => onChange({ ...action, present: null })}>
              {editor.presentUnknown}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
