import { memo, useState } from 'react';
import type { Material } from '../api/queries';
import { useTexts } from '../i18n';
import { useSetting } from '../shell/preferences';
import styles from './rules.module.css';

type Kind = Material['kind'];

interface SwatchesProps {
  materials: readonly Material[];
  /** Null where the value is no material. */
  value: string | null;
  onPick: (id: string) => void;
}

/** Named looks as small pictures, found by their names in both languages. */
export const Swatches = memo(function Swatches({ materials, value, onPick }: SwatchesProps) {
  const { rule, editor } = useTexts();
  const [language] = useSetting('language');
  const [text, setText] = useState('');
  const [kind, setKind] = useState<Kind | 'all'>('all');
  const kinds = [...new Set(materials.map((material) => material.kind))];
  const shown = findMaterials(materials, text).filter((material) => kind === 'all' || material.kind === kind);
  return (
    <div className={styles.section}>
      <div className={styles.words}>
        <input
          className={styles.input}
          type="search"
          aria-label={rule.search}
          placeholder={rule.search}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {kinds.length > 1 && (
          <select
            aria-label={editor.kind}
            value={kind}
            onChange={(event) => setKind(event.target.value as Kind | 'all')}
          >
            {(['all', ...kinds] as const).map((one) => (
              <option key={one} value={one}>
                {editor.kinds[one]}
              </option>
            ))}
          </select>
        )}
      </div>
      <p className={styles.hint} role="status">
        {shown.length === 0 && materials.length > 0 && editor.noMaterial}
      </p>
      <div className={styles.swatches}>
        {shown.map((material) => (
          <button
            key={material.id}
            type="button"
            className={styles.swatch}
            aria-pressed={material.id === value}
            onClick={() => onPick(material.id)}
          >
            <img src={material.swatch} alt="" loading="lazy" width="52" height="52" />
            {material.names[language]}
          </button>
        ))}
      </div>
    </div>
  );
});

/** Those whose names, of either language, have every word; spaces within Korean names do not matter. */
export function findMaterials(materials: readonly Material[], text: string): Material[] {
  const words = text.toLowerCase().split(/\s+/);
  return materials.filter(({ names }) => {
    const known = `${names.en} ${names.ko} ${names.ko.replaceAll(' ', '')}`.toLowerCase();
    return words.every((word) => known.includes(word));
  });
}
