import { useTexts } from '../i18n';
import type { InstanceState, RuleChange, WorkingRule } from '../rules/rule';
import styles from '../rules/rules.module.css';
import { Segmented } from '../ui/segmented';
import type { FoundInstance } from './photo-view';

interface InstanceCardsProps {
  concept: string;
  /** On the photo that is shown. */
  found: readonly FoundInstance[];
  rule: WorkingRule;
  change: (change: RuleChange) => void;
}

/** The things of a concept one by one. */
export function InstanceCards({ concept, found, rule, change }: InstanceCardsProps) {
  const { view: texts } = useTexts();
  const instances = found.flatMap(({ instance }) => (instance.concept === concept ? [instance] : []));
  if (instances.length < 2) return null;
  const states = (['include', 'exclude', 'lock'] as const).map((value) => ({
    value,
    label: texts.instance[value],
  }));
  return (
    <div className={styles.section}>
      <h3>{texts.instances}</h3>
      {instances.map((instance, i) => (
        <div key={instance.instance_id} className={styles.instance}>
          <span>
            {i + 1} · {instance.name}
          </span>
          <Segmented<InstanceState>
            label={instance.name}
            value={rule.instances[instance.instance_id] ?? 'include'}
            options={states}
            onChange={(state) => change({ type: 'instance', id: instance.instance_id, state })}
          />
        </div>
      ))}
    </div>
  );
}
