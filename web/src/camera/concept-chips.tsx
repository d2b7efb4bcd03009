import { useQuery } from '@tanstack/react-query';
import { presetQuery } from '../api/queries';
import { useTexts } from '../i18n';
import { useSetting } from '../shell/preferences';
import { toggleConcept, useChoice } from './choice';
import styles from './camera.module.css';

/** What may be on the photos; those chosen come first when a rule is made for them. */
export function ConceptChips({ preset }: { preset: string }) {
  const { camera } = useTexts();
  const [language] = useSetting('language');
  const { concepts } = useChoice();
  const details = useQuery(presetQuery(preset, language)).data?.concept_details ?? [];
  return (
    <div role="group" aria-label={camera.concepts} className={styles.chips}>
      {details.map(({ id, display_name, description }) => (
        <button
          key={id}
          type="button"
          title={description}
          aria-pressed={concepts.includes(id)}
          onClick={() => toggleConcept(id)}
        >
          {display_name}
        </button>
      ))}
    </div>
  );
}
