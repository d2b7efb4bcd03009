import type { Preset } from '../api/queries';
import { fitsDesigns } from '../api/templates';
import { useTexts } from '../i18n';
import { Notice } from '../ui/notice';
import { needsTransparency, templateOf, type Designs, type DesignsChange, type Output } from './designs';
import styles from './rules.module.css';

interface OutputOptionsProps {
  designs: Designs;
  templates: Preset['output_templates'];
  change: (change: DesignsChange) => void;
}

const FORMATS: readonly Output['format'][] = ['png', 'jpeg', 'webp'];
const EDGES: readonly Output['edges'][] = ['refined', 'matted', 'as_is'];

/** How the pictures are written and what is made of them; the same for all designs. */
export function OutputOptions({ designs, templates, change }: OutputOptionsProps) {
  const { output: texts } = useTexts();
  const { format, edges, keepProfile } = designs.output;
  const set = (output: Partial<Output>) => change({ type: 'output', output });
  return (
    <details className={styles.more}>
      <summary>{texts.title}</summary>
      <div className={styles.section}>
        <label className={styles.choice}>
          {texts.set}
          <select
            value={templateOf(designs) ?? ''}
            onChange={(event) => set({ template: event.target.value || null })}
          >
            <option value="">{texts.noSet}</option>
            {templates
              .filter(({ id }) => fitsDesigns(id, designs.all.length))
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </select>
        </label>
        <label className={styles.choice}>
          {texts.format}
          <select
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
          <select value={edges} onChange={(event) => set({ edges: event.target.value as Output['edges'] })}>
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
