import { Link } from 'wouter';
import type { Account } from '../api/queries';
import { useTexts } from '../i18n';
import { Notice } from '../ui/notice';
import styles from './saved.module.css';

/** How many of the places for rules are taken. */
export function SlotsUsed({ account }: { account: Account }) {
  const { rules } = useTexts();
  return <p className={styles.hint}>{rules.used(account.rule_slots, account.max_rule_slots)}</p>;
}

/** Said before somebody tries to save, and what can be done. */
export function SlotsFull({ account }: { account: Account }) {
  const { rules, nav } = useTexts();
  return (
    <Notice kind="warn">
      <p>{rules.full(account.max_rule_slots)}</p>
      <p className={styles.links}>
        <Link href="/studio/rules">{rules.manage}</Link>
        <Link href="/studio/pricing">{nav.pricing}</Link>
      </p>
    </Notice>
  );
}
