import { useMutation, useQuery } from '@tanstack/react-query';
import { accountQuery } from '../api/queries';
import { useTexts } from '../i18n';
import { NameDialog } from './name-dialog';
import { RuleChips } from './rule-chips';
import { renewRules, saveRule, type NewRule, type SavedRule } from './saved-rules';
import { SlotsFull, SlotsUsed } from './slots';

interface SaveDialogProps {
  rule: NewRule;
  onClose: () => void;
  onSaved: (rule: SavedRule) => void;
}

/** Asks for a name under which a rule takes a place; says before whether there is one. */
export function SaveDialog({ rule, onClose, onSaved }: SaveDialogProps) {
  const { rules } = useTexts();
  const account = useQuery({ ...accountQuery, staleTime: 0 });
  const full = account.data !== undefined && account.data.rule_slots >= account.data.max_rule_slots;
  const save = useMutation({
    mutationFn: (name: string) => saveRule({ ...rule, name }),
    onSuccess: (saved) => {
      onSaved(saved);
      onClose();
    },
    onSettled: renewRules,
  });
  return (
    <NameDialog title={rules.saveTitle} start={rule.name} save={save} disabled={full} onClose={onClose}>
      <RuleChips preset={rule.preset_id} rule={rule} />
      {account.data && (full ? <SlotsFull account={account.data} /> : <SlotsUsed account={account.data} />)}
    </NameDialog>
  );
}
