import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../i18n';
import { Button } from '../ui/button';
import styles from './account.module.css';

const ICON = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const;

/** The number by which the operator knows the account. */
export function AccountNumber({ id }: { id: string }) {
  const { settings } = useTexts();
  const [copied, setCopied] = useState(false);
  const canCopy = 'clipboard' in navigator;
  return (
    <div className={styles.row}>
      <code className={styles.number}>{id}</code>
      {canCopy && (
        <Button onClick={() => void navigator.clipboard.writeText(id).then(() => setCopied(true))}>
          {copied ? <Check {...ICON} /> : <Copy {...ICON} />}
          <span role="status">{copied ? settings.copied : settings.copy}</span>
        </Button>
      )}
    </div>
  );
}
