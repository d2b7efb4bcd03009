import { useMutation, useQuery } from '@tanstack/react-query';
import { Copy, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { presetQuery } from '../api/queries';
import { useTexts } from '../i18n';
import { useSetting } from '../shell/preferences';
import { draftFlow } from '../upload/draft';
import { Button, IconButton } from '../ui/button';
import { Failed } from '../ui/notice';
import { NameDialog } from './name-dialog';
import { chooseNextRule } from './next-rule';
import { RuleChips } from './rule-chips';
import { changeSavedRule, renewRules, RULE_NAME_CHARS_MAX, saveRule, type SavedRule } from './saved-rules';
import styles from './saved.module.css';

const ICON = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const;

interface RuleCardProps {
  rule: SavedRule;
  /** Whether every place is taken, so that it cannot be duplicated. */
  full: boolean;
  onDelete: () => void;
}

export function RuleCard({ rule, full, onDelete }: RuleCardProps) {
  const { rules } = useTexts();
  const [language] = useSetting('language');
  const [renaming, setRenaming] = useState(false);
  const preset = useQuery(presetQuery(rule.preset_id, language));
  const duplicate = useMutation({
    mutationFn: () => saveRule({ ...rule, name: rules.copyOf(rule.name).slice(0, RULE_NAME_CHARS_MAX) }),
    onSettled: renewRules,
  });
  return (
    <article className={styles.card}>
      <header>
        <div>
          <h2>{rule.name}</h2>
          <p className={styles.hint}>{preset.data?.name}</p>
        </div>
        <div className={styles.buttons}>
          <IconButton label={rules.of(rules.rename, rule.name)} onClick={() => setRenaming(true)}>
            <Pencil {...ICON} />
          </IconButton>
          <IconButton
            label={rules.of(rules.duplicate, rule.name)}
            disabled={full || duplicate.isPending}
            onClick={() => duplicate.mutate()}
          >
            <Copy {...ICON} />
          </IconButton>
          <IconButton label={rules.of(rules.remove, rule.name)} onClick={onDelete}>
            <Trash2 {...ICON} />
          </IconButton>
        </div>
      </header>
      <RuleChips preset={rule.preset_id} rule={rule} />
      <Apply rule={rule} />
      {duplicate.isError && <Failed failure={duplicate.error} onRetry={() => duplicate.mutate()} />}
      {renaming && <RenameDialog rule={rule} onClose={() => setRenaming(false)} />}
    </article>
  );
}

/** The next album starts with the rule, and as photos of its kind. */
function Apply({ rule }: { rule: SavedRule }) {
  const { rules } = useTexts();
  const [, navigate] = useLocation();
  const apply = () => {
    chooseNextRule(rule);
    void draftFlow.choosePreset(rule.preset_id).then(() => navigate('/'));
  };
  return (
    <div>
      <Button onClick={apply}>{rules.apply}</Button>
    </div>
  );
}

function RenameDialog({ rule, onClose }: { rule: SavedRule; onClose: () => void }) {
  const { rules } = useTexts();
  const rename = useMutation({
    mutationFn: (name: string) => changeSavedRule(rule.id, { name }),
    onSuccess: onClose,
    onSettled: renewRules,
  });
  return (
    <NameDialog title={rules.of(rules.rename, rule.name)} start={rule.name} save={rename} onClose={onClose} />
  );
}
