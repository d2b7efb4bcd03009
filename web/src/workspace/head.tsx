import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, Keyboard } from 'lucide-react';
import { Link } from 'wouter';
import { accountQuery } from '../api/queries';
import { useTexts } from '../i18n';
import { IconButton } from '../ui/button';
import styles from './workspace.module.css';

interface HeadProps {
  name: string;
  onHelp: () => void;
}

/** The way back where the navigation is not, what the album is, and what is left to spend. */
export function Head({ name, onHelp }: HeadProps) {
  const { common, view } = useTexts();
  const account = useQuery(accountQuery);
  return (
    <header className={styles.head}>
      <Link href="/studio/history" className={styles.back} aria-label={view.back}>
        <ArrowLeft size={20} strokeWidth={1.75} aria-hidden />
      </Link>
      <h1>{name}</h1>
      {account.data && <span className={styles.credits}>{common.credits(account.data.credits)}</span>}
      <IconButton className={styles.help} label={view.help.open} aria-keyshortcuts="?" onClick={onHelp}>
        <Keyboard size={20} strokeWidth={1.75} aria-hidden />
      </IconButton>
    </header>
  );
}
