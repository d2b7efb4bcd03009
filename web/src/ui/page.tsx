import { useEffect, type ReactNode } from 'react';
import { classes } from './classes';
import styles from './page.module.css';

interface PageProps {
  title: string;
  lead?: string;
  narrow?: boolean;
  wide?: boolean;
  /** Beside the title. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A page with a title, which is the window's too. */
export function Page({ title, lead, narrow = false, wide = false, aside, children }: PageProps) {
  useTitle(title);
  return (
    <div className={classes(styles.page, narrow && styles.narrow, wide && styles.wide)}>
      <header className={styles.head}>
        <div>
          <h1>{title}</h1>
          {lead !== undefined && <p className={styles.lead}>{lead}</p>}
        </div>
        {aside}
      </header>
      {children}
    </div>
  );
}

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Photoset`;
  }, [title]);
}
