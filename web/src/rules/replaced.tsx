import { useTexts } from '../i18n';
import { Button } from '../ui/button';
import type { Designs, DesignsChange } from './designs';
import styles from './saved.module.css';

/** After a step that changed much: the way back. */
export function Replaced({ designs, change }: { designs: Designs; change: (change: DesignsChange) => void }) {
  const { rules: texts } = useTexts();
  if (designs.before === null) return null;
  return (
    <p className={styles.undo} role="status">
      {texts.replaced}
      <Button onClick={() => change({ type: 'undo' })}>{texts.undo}</Button>
    </p>
  );
}
