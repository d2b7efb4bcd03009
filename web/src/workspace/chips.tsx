import { Shield } from 'lucide-react';
import styles from '../rules/rules.module.css';

export interface Chip {
  id: string;
  label: string;
  /** Of countable things. */
  count: number | null;
  /** What it gets; null without a colour. */
  color: string | null;
  changed: boolean;
  guarded: boolean;
}

interface ChipsProps {
  chips: readonly Chip[];
  value: string | null;
  onPick: (id: string) => void;
}

/** What was found, each with what happens to it. */
export function Chips({ chips, value, onPick }: ChipsProps) {
  return (
    <div className={styles.chips}>
      {chips.map((chip) => (
        <button
          key={chip.id}
          type="button"
          className={styles.chip}
          aria-pressed={chip.id === value}
          onClick={() => onPick(chip.id)}
        >
          {chip.color !== null && (
            <span className={styles.dot} style={{ background: chip.color }} aria-hidden />
          )}
          {chip.guarded && <Shield size={16} strokeWidth={1.75} aria-hidden />}
          {chip.label}
          {chip.count !== null && <span className={styles.count}>{chip.count}</span>}
        </button>
      ))}
    </div>
  );
}
