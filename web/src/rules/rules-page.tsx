import { useMutation, useQuery } from '@tanstack/react-query';
import { Palette } from 'lucide-react';
import { useState } from 'react';
import { accountQuery } from '../api/queries';
import { useTexts } from '../i18n';
import { Button, ButtonLink } from '../ui/button';
import { Empty, Failed, Skeleton } from '../ui/notice';
import { Page } from '../ui/page';
import { RuleCard } from './rule-card';
import { deleteRule, renewRules, rulesQuery, saveRule, type SavedRule } from './saved-rules';
import styles from './saved.module.css';
import { SlotsFull, SlotsUsed } from './slots';

/** The saved rules of the account. */
export default function RulesPage() {
  const { rules: texts, history } = useTexts();
  const rules = useQuery(rulesQuery);
  const account = useQuery(accountQuery);
  const deletion = useDeletion();
  const full = account.data !== undefined && account.data.rule_slots >= account.data.max_rule_slots;
  return (
    <Page title={texts.title} lead={texts.lead}>
      {account.data && (full ? <SlotsFull account={account.data} /> : <SlotsUsed account={account.data} />)}
      <Deleted deletion={deletion} />
      {rules.isPending && <Skeleton height={160} />}
      {rules.isError && <Failed failure={rules.error} onRetry={() => void rules.refetch()} />}
      {rules.data?.length === 0 && (
        <Empty
          icon={<Palette size={32} strokeWidth={1.75} aria-hidden />}
          title={texts.empty}
          action={
            <ButtonLink href="/" look="primary">
              {history.start}
            </ButtonLink>
          }
        >
          {texts.emptyText}
        </Empty>
      )}
      <ul className={styles.cards}>
        {rules.data?.map((rule) => (
          <li key={rule.id}>
            <RuleCard rule={rule} full={full} onDelete={() => deletion.remove.mutate(rule)} />
          </li>
        ))}
      </ul>
    </Page>
  );
}

/** A deletion is done at once; to undo it saves the same rule anew, so that nothing hangs on a page that may be closed. */
function useDeletion() {
  const [deleted, setDeleted] = useState<SavedRule | null>(null);
  const remove = useMutation({
    mutationFn: (rule: SavedRule) => deleteRule(rule.id),
    onSuccess: (_, rule) => setDeleted(rule),
    onSettled: renewRules,
  });
  const restore = useMutation({
    mutationFn: (rule: SavedRule) => saveRule(rule),
    onSuccess: () => setDeleted(null),
    onSettled: renewRules,
  });
  return { deleted, remove, restore };
}

function Deleted({ deletion: { deleted, remove, restore } }: { deletion: ReturnType<typeof useDeletion> }) {
  const { rules } = useTexts();
  return (
    <>
      <div role="status">
        {deleted !== null && (
          <p className={styles.undo}>
            {rules.removed(deleted.name)}
            <Button disabled={restore.isPending} onClick={() => restore.mutate(deleted)}>
              {rules.undo}
            </Button>
          </p>
        )}
      </div>
      {remove.isError && <Failed failure={remove.error} onRetry={() => remove.mutate(remove.variables)} />}
      {restore.isError && (
        <Failed failure={restore.error} onRetry={() => restore.mutate(restore.variables)} />
      )}
    </>
  );
}
