import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queryClient } from '../api/queries';
import { Refusal } from '../api/refusal';
import { useTexts } from '../i18n';
import { Button } from '../ui/button';
import { Failed } from '../ui/notice';
import { type Design, type DesignsChange } from './designs';
import { LoadDialog } from './load-dialog';
import { isSameRule } from './rule';
import { SaveDialog } from './save-dialog';
import { changeSavedRule, renewRules, rulesQuery, type SavedRule } from './saved-rules';
import styles from './saved.module.css';

interface SavedBarProps {
  preset: string;
  design: Design;
  change: (change: DesignsChange) => void;
}

/** Which saved rule this is, whether it differs, and how to save and load. */
export function SavedBar({ preset, design, change }: SavedBarProps) {
  const { rules: texts } = useTexts();
  const [asking, setAsking] = useState<'save' | 'load' | null>(null);
  const rules = useQuery(rulesQuery);
  const saved = rules.data?.find(({ id }) => id === design.saved);
  const changed = saved !== undefined && !isSameRule(saved, design.rule);
  const empty = Object.keys(design.rule.concepts).length === 0;
  const save = useMutation({
    mutationFn: (rule: SavedRule) => changeSavedRule(rule.id, contentOf(design)),
    onSuccess: (rule) => put(rule),
    onError: (failure) => {
      // It was deleted elsewhere: what is here can be saved as a new one.
      if (failure instanceof Refusal && failure.code === 'RULE_NOT_FOUND')
        change({ type: 'saved', id: null });
    },
    onSettled: renewRules,
  });
  const state = saved === undefined ? texts.unsaved : changed ? texts.changed : texts.saved;
  return (
    <section className={styles.bar}>
      <p className={styles.name}>
        {saved !== undefined && <b>{saved.name}</b>}
        <span role="status">{!empty || saved !== undefined ? state : ''}</span>
      </p>
      <div className={styles.buttons}>
        {changed && (
          <Button disabled={save.isPending || empty} onClick={() => save.mutate(saved)}>
            {texts.save}
          </Button>
        )}
        <Button look="quiet" disabled={empty} onClick={() => setAsking('save')}>
          {texts.saveAs}
        </Button>
        <Button look="quiet" onClick={() => setAsking('load')}>
          {texts.load}
        </Button>
      </div>
      {save.isError && saved !== undefined && (
        <Failed failure={save.error} onRetry={() => save.mutate(saved)} />
      )}
      {asking === 'save' && (
        <SaveDialog
          rule={{ name: saved?.name ?? nameOf(design), preset_id: preset, ...contentOf(design) }}
          onClose={() => setAsking(null)}
          onSaved={(rule) => {
            put(rule);
            change({ type: 'saved', id: rule.id });
          }}
        />
      )}
      {asking === 'load' && (
        <LoadDialog
          preset={preset}
          onClose={() => setAsking(null)}
          onPick={(rule) => change({ type: 'load', rule })}
        />
      )}
    </section>
  );
}

function contentOf({ rule: { concepts, protect } }: Design) {
  return { concepts, protect };
}

function nameOf(design: Design): string {
  return design.name.trim();
}

/** Known at once; the list itself comes a moment later. */
function put(rule: SavedRule): void {
  queryClient.setQueryData(rulesQuery.queryKey, (known: SavedRule[] | undefined) => [
    rule,
    ...(known ?? []).filter(({ id }) => id !== rule.id),
  ]);
}
