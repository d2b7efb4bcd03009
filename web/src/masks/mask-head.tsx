import { RotateCcw, X } from 'lucide-react';
import { useTexts } from '../i18n';
import { Button, IconButton } from '../ui/button';
import styles from './mend.module.css';

interface MaskHeadProps {
  label: string;
  version: number;
  isChanged: boolean;
  isBusy: boolean;
  onBack: () => void;
  onSave: () => void;
  onLeave: () => void;
}

/** Whose mask it is, and the ways out. */
export function MaskHead({ label, version, isChanged, isBusy, onBack, onSave, onLeave }: MaskHeadProps) {
  const { masks: texts, common } = useTexts();
  return (
    <header className={styles.head}>
      <IconButton label={common.close} onClick={onLeave}>
        <X size={20} strokeWidth={1.75} aria-hidden />
      </IconButton>
      <div className={styles.title}>
        <h2>{texts.title(label)}</h2>
        <p>{texts.version(version)}</p>
      </div>
      {version > 0 && (
        <Button look="quiet" disabled={isBusy} onClick={onBack}>
          <RotateCcw size={18} strokeWidth={1.75} aria-hidden />
          <span className={styles.backText}>{version === 1 ? texts.stepBack : texts.stepBackOne}</span>
        </Button>
      )}
      <Button look="primary" disabled={!isChanged || isBusy} onClick={onSave}>
        {isBusy ? texts.saving : texts.save}
      </Button>
    </header>
  );
}
