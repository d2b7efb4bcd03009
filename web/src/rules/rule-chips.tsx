import { Shield } from 'lucide-react';
import { useTexts } from '../i18n';
import { useLabels } from './labels';
import type { RuleContent } from './rule';
import styles from './summary.module.css';

/** What a rule does, in short: each concept with what it becomes, then what nothing may touch. */
export function RuleChips({ preset, rule }: { preset: string; rule: RuleContent }) {
  const { rules } = useTexts();
  const labels = useLabels(preset);
  const guarded = rule.protect.map(labels.concept).join(', ');
  return (
    <ul className={styles.chips}>
      {Object.entries(rule.concepts).map(([concept, action]) => {
        const hex = labels.hex(action);
        return (
          <li key={concept}>
            {hex !== null && <span className={styles.dot} style={{ background: hex }} aria-hidden />}
            {labels.concept(concept)}: {labels.action(action)}
          </li>
        );
      })}
      {guarded !== '' && (
        <li>
          <Shield size={14} strokeWidth={1.75} aria-hidden />
          {rules.protects(guarded)}
        </li>
      )}
    </ul>
  );
}
