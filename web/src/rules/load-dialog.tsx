import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useTexts } from '../i18n';
import { Dialog } from '../ui/dialog';
import { Failed, Skeleton } from '../ui/notice';
import { RuleChips } from './rule-chips';
import { rulesQuery, type SavedRule } from './saved-rules';
import styles from './saved.module.css';

interface LoadDialogProps {
  preset: string;
  onClose: () => void;
  onPick: (rule: SavedRule) => void;
}

/** The saved rules for photos of this kind, to pick one. */
export function LoadDialog({ preset, onClose, onPick }: LoadDialogProps) {
  const { rules: texts } = useTexts();
  const rules = useQuery(rulesQuery);
  const offered = rules.data?.filter(({ preset_id }) => preset_id === preset);
  return (
    <Dialog
      title={texts.loadTitle}
      onClose={onClose}
      actions={<Link href="/studio/rules">{texts.manage}</Link>}
    >
      {rules.isPending && <Skeleton height={88} />}
      {rules.isError && <Failed failure={rules.error} onRetry={() => void rules.refetch()} />}
      {offered?.length === 0 && <p>{texts.loadNone}</p>}
      <ul className={styles.list}>
        {offered?.map((rule) => (
          <li key={rule.id}>
            <button
              type="button"
              className={styles.choice}
              onClick={() => {
                onPick(rule);
                onClose();
              }}
            >
              <b>{rule.name}</b>
            </button>
            <RuleChips preset={preset} rule={rule} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
