import type { UseMutationResult } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../i18n';
import { Field, FormDialog } from '../ui/form-dialog';
import { Failed } from '../ui/notice';
import { RULE_NAME_CHARS_MAX } from './saved-rules';

interface NameDialogProps {
  title: string;
  /** The name to begin with. */
  start: string;
  /** Is given the name. */
  save: UseMutationResult<unknown, Error, string>;
  disabled?: boolean;
  onClose: () => void;
  children?: ReactNode;
}

/** Asks for the name of a rule. */
export function NameDialog({ title, start, save, disabled = false, onClose, children }: NameDialogProps) {
  const { rules } = useTexts();
  const [typed, setTyped] = useState(start);
  const name = typed.trim();
  return (
    <FormDialog
      title={title}
      submit={rules.save}
      disabled={name === '' || disabled || save.isPending}
      onClose={onClose}
      onSubmit={() => save.mutate(name)}
    >
      <Field label={rules.name}>
        <input
          // eslint-disable-next-line jsx-a11y/no-autofocus -- the one field of a dialog that was asked for
          autoFocus
          value={typed}
          maxLength={RULE_NAME_CHARS_MAX}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
      {children}
      {save.isError && <Failed failure={save.error} onRetry={() => save.mutate(name)} />}
    </FormDialog>
  );
}
