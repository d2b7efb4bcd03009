import type { ReactNode } from 'react';
import { Refusal } from '../api/refusal';
import { useTexts } from '../i18n';
import { Button } from './button';
import { classes } from './classes';
import styles from './notice.module.css';

/** Something that should be known, where it matters. */
export function Notice({ kind, children }: { kind: 'danger' | 'warn'; children: ReactNode }) {
  return (
    <div role={kind === 'danger' ? 'alert' : 'status'} className={classes(styles.notice, styles[kind])}>
      {children}
    </div>
  );
}

/** What happened, in words for people; every code has its own. */
export function useProblem(): (failure: unknown) => string {
  const { problem } = useTexts();
  return (failure) => {
    if (!(failure instanceof Refusal)) return problem.OFFLINE;
    // A server that is newer than this page may say what the page has no words for.
    const text = problem[failure.code] as string | undefined;
    return text ?? failure.message;
  };
}

/** A call that failed, and the way on. */
export function Failed({ failure, onRetry }: { failure: unknown; onRetry: () => void }) {
  const texts = useTexts();
  const problem = useProblem();
  return (
    <Notice kind="danger">
      <p>{problem(failure)}</p>
      <Button onClick={onRetry}>{texts.common.tryAgain}</Button>
    </Notice>
  );
}

interface EmptyProps {
  icon?: ReactNode;
  title: string;
  children: ReactNode;
  action?: ReactNode;
  /** Where it is the whole page, its title is the page's. */
  page?: boolean;
}

/** A place where there is nothing yet, and what to do about it. */
export function Empty({ icon, title, children, action, page = false }: EmptyProps) {
  return (
    <div className={styles.empty}>
      {icon}
      {page ? <h1>{title}</h1> : <h2>{title}</h2>}
      <p>{children}</p>
      {action}
    </div>
  );
}

/** The place of something that is on its way. */
export function Skeleton({ height, width = '100%' }: { height: number; width?: number | string }) {
  return <div className={styles.skeleton} style={{ height, width }} aria-hidden />;
}
