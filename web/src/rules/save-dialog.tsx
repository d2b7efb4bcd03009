import { useMutation, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { accountQuery } from '../api/queries';
import { useTexts } from '../i18n';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Failed } from '../ui/notice';
import { RuleChips } from './rule-chips';
import { renewRules, RULE_NAME_CHARS_MAX, saveRule, type NewRule, type SavedRule } from './saved-rules';
import styles from './saved.module.css';
import { SlotsFull, SlotsUsed } from './slots';

interface SaveDialogProps {
  rule: NewRule;
  onClose: () => void;
  onSaved: (rule: SavedRule) => void;
}

/** Asks for a name under which a rule takes a place; says before whether there is one. */
export function SaveDialog({ rule, onClose, onSaved }: SaveDialogProps) {
  const { rules, common } = useTexts();
  const [name, setName] = useState(rule.name);
  const form = useId();
  const account = useQuery({ ...accountQuery, staleTime: 0 });
  const full = account.data !== undefined && account.data.rule_slots >= account.data.max_rule_slots;
  const save = useMutation({
    mutationFn: () => saveRule({ ...rule, name: name.trim() }),
    onSuccess: (saved) => {
      onSaved(saved);
      onClose();
    },
    onSettled: renewRules,
  });
  return (
    <Dialog
      title={rules.saveTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button
            type="submit"
            form={form}
            look="primary"
            disabled={name.trim() === '' || full || save.isPending}
          >
            {rules.save}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '' && !full) save.mutate();
        }}
      >
        <label className={styles.field}>
          {rules.name}
          <input
            // eslint-disable-next-line jsx-a11y/no-autofocus -- the one field of a dialog that was asked for
            autoFocus
            value={name}
            maxLength={RULE_NAME_CHARS_MAX}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <RuleChips preset={rule.preset_id} rule={rule} />
        {account.data && (full ? <SlotsFull account={account.data} /> : <SlotsUsed account={account.data} />)}
        {save.isError && <Failed failure={save.error} onRetry={() => save.mutate()} />}
      </form>
    </Dialog>
  );
}
