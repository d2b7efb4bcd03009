import { useTexts } from '../i18n';
import { Notice } from '../ui/notice';
import { needsTransparency, type Designs, type DesignsChange, type Output } from './designs';
import styles from './rules.module.css';

interface OutputOptionsProps {
  designs: Designs;
  change: (change: DesignsChange) => void;
}

const FORMATS: readonly Output['format'][] = ['png', 'jpeg', 'webp'];
const EDGES: readonly Output['edges'][] = ['refined', 'matted', 'as_is'];

/** How the pictures are written; the same in all designs. */
export function OutputOptions({ designs, change }: OutputOptionsProps) {
  const { output: texts } = useTexts();
  const { format, edges, keepProfile } = designs.output;
  const set = (output: Partial<Output>) => change({ type: 'output', output });
  return (
    <details className={styles.more}>
      <summary>{texts.title}</summary>
      <div className={styles.section}>
        <label className={styles.choice}>
          {texts.format}
          <select
            className={styles.select}
            value={format}
            onChange={(event) => set({ format: event.target.value as Output['format'] })}
          >
            {FORMATS.map((value) => (
              <option key={value} value={value}>
                {texts.formats[value]}
              </option>
            ))}
          </select>
        </label>
        <label className={styles.choice}>
          {texts.edges}
          <select
            className={styles.select}
            value={edges}
            onChange={(event) => set({ edges: event.target.value as Output['edges'] })}
          >
            {EDGES.map((value) => (
              <option key={value} value={value}>
                {texts.edgesOf[value]}
              </option>
            ))}
          </select>
        </label>
        <label className={styles.choice}>
          {texts.profile}
          <input
            type="checkbox"
            checked={keepProfile}
            onChange={(event) => set({ keepProfile: event.target.checked })}
          />
        </label>
        {format === 'jpeg' && needsTransparency(designs) && (
          <Notice kind="warn">
            <p>{texts.transparentJpeg}</p>
          </Notice>
        )}
      </div>
    </details>
  );
}
