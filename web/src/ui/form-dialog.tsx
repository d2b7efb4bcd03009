import { useId, type ReactNode } from 'react';
import { useTexts } from '../i18n';
import { Button } from './button';
import styles from './dialog.module.css';
import { Dialog } from './dialog';

interface FormDialogProps {
  title: string;
  /** What its last button says. */
  submit: string;
  /** Why not, its content says. */
  disabled?: boolean;
  onClose: () => void;
  onSubmit: () => void;
  children: ReactNode;
}

/** Asks for what is typed: the last button and the enter key send it, and nothing else does. */
export function FormDialog({
  title,
  submit,
  disabled = false,
  onClose,
  onSubmit,
  children,
}: FormDialogProps) {
  const { common } = useTexts();
  const form = useId();
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="submit" form={form} look="primary" disabled={disabled}>
            {submit}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!disabled) onSubmit();
        }}
      >
        {children}
      </form>
    </Dialog>
  );
}

export function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    <label className={styles.field}>
      {label}
      {children}
    </label>
  );
}
