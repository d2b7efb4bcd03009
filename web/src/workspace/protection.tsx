import { useMemo } from 'react';
import { useTexts } from '../i18n';
import type { WorkingRule } from '../rules/rule';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import styles from './choose.module.css';
import type { Chip } from './concepts';
import type { ChangeOverlay, OverlaySettings } from './overlay-settings';
import { shareOf } from './region-map';

interface OverruledProps {
  chips: readonly Chip[];
  onShield: (id: string, on: boolean) => void;
}

/** The wishes of the rule that protection overrules. */
export function Overruled({ chips, onShield }: OverruledProps) {
  const { view: texts } = useTexts();
  return chips
    .filter((chip) => chip.guarded && chip.changed)
    .map(({ id, label }) => (
      <Notice key={id} kind="warn">
        <p>{texts.protectWins(label)}</p>
        <Button onClick={() => onShield(id, false)}>{texts.unprotect}</Button>
      </Notice>
    ));
}

interface ProtectionProps {
  chips: readonly Chip[];
  rule: WorkingRule;
  guarded: Uint8Array;
  overlay: OverlaySettings;
  changeOverlay: ChangeOverlay;
}

/** How much of the photo stays as it is. */
export function Protection({ chips, rule, guarded, overlay, changeOverlay }: ProtectionProps) {
  const { view: texts } = useTexts();
  const share = useMemo(() => Math.round(100 * shareOf(guarded)), [guarded]);
  const locked = Object.values(rule.instances).filter((state) => state === 'lock').length;
  return (
    <div className={styles.protection}>
      <p role="status">
        {texts.protectedShare(chips.filter((chip) => chip.guarded && chip.count > 0).length, locked, share)}
      </p>
      <Button
        look="quiet"
        aria-pressed={overlay.onlyProtected}
        onClick={() => changeOverlay({ onlyProtected: !overlay.onlyProtected, shown: true })}
      >
        {overlay.onlyProtected ? texts.showAll : texts.onlyProtected}
      </Button>
    </div>
  );
}
