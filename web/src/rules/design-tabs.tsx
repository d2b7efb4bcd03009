import { Columns3, Plus, Trash2 } from 'lucide-react';
import { useTexts } from '../i18n';
import { Button, IconButton } from '../ui/button';
import { Segmented } from '../ui/segmented';
import {
  freeId,
  labelOf,
  NAME_CHARS_MAX,
  type Design,
  type Designs,
  type DesignId,
  type DesignsChange,
} from './designs';
import styles from './designs.module.css';

const ICON = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const;

interface DesignTabsProps {
  designs: Designs;
  design: Design;
  change: (change: DesignsChange) => void;
  comparing: boolean;
  onCompare: (comparing: boolean) => void;
}

/** Up to three designs of the album: which one is worked on, its name, and where it can be copied from. */
export function DesignTabs({ designs, design, change, comparing, onCompare }: DesignTabsProps) {
  const { design: texts, rules } = useTexts();
  const several = designs.all.length > 1;
  return (
    <section className={styles.designs} aria-label={texts.label}>
      <div className={styles.row}>
        {several && (
          <Segmented<DesignId>
            label={texts.label}
            value={design.id}
            options={designs.all.map(({ id }) => ({ value: id, label: id.toUpperCase() }))}
            onChange={(id) => change({ type: 'pick', id })}
          />
        )}
        {freeId(designs) !== null && (
          <Button look="quiet" onClick={() => change({ type: 'add' })}>
            <Plus {...ICON} />
            {texts.add}
          </Button>
        )}
        {several && (
          <IconButton label={texts.compare} aria-pressed={comparing} onClick={() => onCompare(!comparing)}>
            <Columns3 {...ICON} />
          </IconButton>
        )}
      </div>
      {several && (
        <div className={styles.row}>
          <input
            className={styles.name}
            aria-label={texts.name}
            placeholder={rules.name}
            value={design.name}
            maxLength={NAME_CHARS_MAX}
            onChange={(event) => change({ type: 'name', name: event.target.value })}
          />
          <select
            aria-label={texts.copy}
            value=""
            onChange={(event) => change({ type: 'copy', from: event.target.value as DesignId })}
          >
            <option value="" disabled>
              {texts.copy}
            </option>
            {designs.all
              .filter(({ id }) => id !== design.id)
              .map((other) => (
                <option key={other.id} value={other.id}>
                  {labelOf(other)}
                </option>
              ))}
          </select>
          <IconButton label={texts.remove} onClick={() => change({ type: 'remove', id: design.id })}>
            <Trash2 {...ICON} />
          </IconButton>
        </div>
      )}
    </section>
  );
}
