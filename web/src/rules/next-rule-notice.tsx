import { useTexts } from '../i18n';
import { Button } from '../ui/button';
import { dropNextRule, useNextRule } from './next-rule';
import styles from './saved.module.css';

/** Says with which rule the album will start, where one was chosen. */
export function NextRuleNotice() {
  const { rules } = useTexts();
  const rule = useNextRule();
  if (rule === null) return null;
  return (
    <p className={styles.next} role="status">
      {rules.next(rule.name)}
      <Button onClick={dropNextRule}>{rules.nextDrop}</Button>
    </p>
  );
}
