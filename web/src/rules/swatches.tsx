import { useState } from 'react';
import type { Material } from '../api/queries';
import { useTexts } from '../i18n';
import { useSetting } from '../shell/preferences';
import styles from './rules.module.css';

interface SwatchesProps {
  materials: readonly Material[];
  value: string;
  onPick: (id: string) => void;
}

/** Named looks as small pictures, found by their names in both languages. */
export function Swatches({ materials, value, onPick }: SwatchesProps) {
  const { rule } = useTexts();
  const [language] = useSetting('language');
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const shown = materials.filter(({ names }) => `${names.en} ${names.ko}`.toLowerCase().includes(wanted));
  return (
    <div className={styles.section}>
      <input
        className={styles.input}
        type="search"
        aria-label={rule.search}
        placeholder={rule.search}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
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
}
