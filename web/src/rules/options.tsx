import { useTexts } from '../i18n';
import { Segmented } from '../ui/segmented';
import { fromHex } from '../workspace/color';
import type { Action } from './rule';
import styles from './rules.module.css';

type OptionName = keyof ReturnType<typeof useTexts>['rule']['options'];

interface Range {
  name: OptionName;
  min: number;
  max: number;
  step: number;
  usual: number;
}

/** As docs/reference/rules.md has them. */
const RANGES: Record<Action['action'], Range[]> = {
  recolor: [{ name: 'keep_light', min: 0, max: 1, step: 0.05, usual: 1 }],
  texture: [
    { name: 'scale', min: 0.25, max: 4, step: 0.05, usual: 1 },
    { name: 'angle', min: -180, max: 180, step: 5, usual: 0 },
    { name: 'keep_light', min: 0, max: 1, step: 0.05, usual: 1 },
  ],
  tone: [
    { name: 'exposure', min: -3, max: 3, step: 0.1, usual: 0 },
    { name: 'contrast', min: 0.5, max: 2, step: 0.05, usual: 1 },
    { name: 'temperature', min: -100, max: 100, step: 5, usual: 0 },
    { name: 'saturation', min: 0, max: 2, step: 0.05, usual: 1 },
    { name: 'gloss', min: -1, max: 1, step: 0.1, usual: 0 },
  ],
  blur: [{ name: 'strength', min: 0, max: 1, step: 0.05, usual: 0.5 }],
  background: [{ name: 'shadow', min: 0, max: 1, step: 0.05, usual: 1 }],
};

interface OptionsProps {
  action: Action;
  onChange: (action: Action) => void;
}

/** The sliders of an action. */
export function Options({ action, onChange }: OptionsProps) {
  const { rule } = useTexts();
  const values = action as unknown as Record<string, number | null | undefined>;
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
      {RANGES[action.action].map(({ name, usual, ...range }) => (
        <label key={name} className={styles.option}>
          <span>
            {rule.options[name]}
            <output>{values[name] ?? usual}</output>
          </span>
          <input
            type="range"
            {...range}
            value={values[name] ?? usual}
            onChange={(event) => onChange({ ...action, [name]: Number(event.target.value) })}
          />
        </label>
      ))}
    </div>
  );
}

interface OwnColorProps {
  value: string;
  hex: string;
  onChange: (hex: string) => void;
}

/** A colour of one's own: the browser's picker, which has an eyedropper where the browser has one, and the number. */
export function OwnColor({ value, hex, onChange }: OwnColorProps) {
  const { rule } = useTexts();
  return (
    <div className={styles.row}>
      <input
        type="color"
        className={styles.color}
        aria-label={rule.color}
        value={hex}
        onChange={(event) => onChange(event.target.value)}
      />
      <input
        key={value}
        className={styles.input}
        aria-label={rule.hex}
        defaultValue={hex}
        maxLength={7}
        onChange={(event) =>
          fromHex(event.target.value) !== null && onChange(event.target.value.toLowerCase())
        }
      />
    </div>
  );
}
