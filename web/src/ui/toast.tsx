import { X } from 'lucide-react';
import { useEffect, useSyncExternalStore, type ReactNode } from 'react';
import { useTexts } from '../i18n';
import { Button, IconButton } from './button';
import styles from './toast.module.css';

export interface Toast {
  text: string;
  /** Such as undoing what it tells. */
  action?: { label: string; run: () => void };
}

/** Long enough to read it and to reach its button. */
const SHOWN_MS = 10_000;

const listeners = new Set<() => void>();
let current: Toast | null = null;

/** Tells what was just done, with the way back; the one before makes room. */
export function showToast(toast: Toast): void {
  set(toast);
}

function set(toast: Toast | null): void {
  current = toast;
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Where toasts are shown, above what stays there; once in a page. */
export function ToastArea({ children }: { children?: ReactNode }) {
  const toast = useSyncExternalStore(subscribe, () => current);
  return (
    <div role="status" className={styles.area}>
      {toast !== null && <Shown toast={toast} onEnd={() => set(null)} />}
      {children}
    </div>
  );
}

function Shown({ toast, onEnd }: { toast: Toast; onEnd: () => void }) {
  useEffect(() => {
    const timer = setTimeout(() => set(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [toast]);
  return <ToastCard toast={toast} onEnd={onEnd} />;
}

/** The look of a toast, for one that stays until it is answered. */
export function ToastCard({ toast, onEnd }: { toast: Toast; onEnd: () => void }) {
  const { common } = useTexts();
  const { action } = toast;
  return (
    <div className={styles.toast}>
      <p>{toast.text}</p>
      {action !== undefined && (
        <Button
          onClick={() => {
            onEnd();
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton label={common.close} onClick={onEnd}>
        <X size={20} strokeWidth={1.75} aria-hidden />
      </IconButton>
    </div>
  );
}
