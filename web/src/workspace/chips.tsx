import { Shield, ShieldCheck } from 'lucide-react';
import { useTexts } from '../i18n';
import { classes } from '../ui/classes';
import type { Chip } from './concepts';
import styles from './choose.module.css';

interface ChipsProps {
  chips: readonly Chip[];
  value: string | null;
  onPick: (id: string) => void;
  onShield: (id: string, on: boolean) => void;
}

/** What was found, each with what happens to it and a shield; below it what was not found, which can still be drawn. */
export function Chips({ chips, value, onPick, onShield }: ChipsProps) {
  const { view: texts } = useTexts();
  const isHere = (chip: Chip) => chip.count > 0 || chip.changed;
  const missing = chips.filter((chip) => !isHere(chip));
  const shown = (chip: Chip) => (
    <ConceptChip key={chip.id} chip={chip} pressed={chip.id === value} onPick={onPick} onShield={onShield} />
  );
  return (
    <div className={styles.concepts}>
      <div role="group" aria-label={texts.concepts} className={styles.chips}>
        {chips.filter(isHere).map(shown)}
      </div>
      {missing.length > 0 && (
        <details open={missing.some(({ id }) => id === value) || undefined}>
          <summary>{texts.missing(missing.length)}</summary>
          <div role="group" aria-label={texts.missing(missing.length)} className={styles.chips}>
            {missing.map(shown)}
          </div>
        </details>
      )}
    </div>
  );
}

interface ConceptChipProps extends Pick<ChipsProps, 'onPick' | 'onShield'> {
  chip: Chip;
  pressed: boolean;
}

function ConceptChip({ chip, pressed, onPick, onShield }: ConceptChipProps) {
  const { view: texts } = useTexts();
  const { id, label, description, countable, count, albumCount, color, guarded } = chip;
  const many = countable && albumCount !== undefined && albumCount > count;
  const ShieldIcon = guarded ? ShieldCheck : Shield;
  return (
    <span className={classes(styles.chip, pressed && styles.chosen)}>
      <button
        type="button"
        className={styles.pick}
        aria-pressed={pressed}
        title={`${label}: ${texts.counts(count, albumCount)}. ${description}`}
        onClick={() => onPick(id)}
      >
        {color !== null && <span className={styles.dot} style={{ background: color }} aria-hidden />}
        {label}
        {countable && count > 0 && (
          <span className={styles.count} aria-hidden>
            {many ? `${count} / ${albumCount}` : count}
          </span>
        )}
        <span className="visually-hidden">{texts.counts(count, albumCount)}</span>
      </button>
      <button
        type="button"
        className={classes(styles.shield, guarded && styles.guarded)}
        aria-pressed={guarded}
        aria-label={texts.protectConcept(label)}
        title={texts.protectConcept(label)}
        onClick={() => onShield(id, !guarded)}
      >
        <ShieldIcon size={18} strokeWidth={1.75} aria-hidden />
      </button>
    </span>
  );
}
