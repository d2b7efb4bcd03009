import { useTexts } from '../i18n';
import { Dialog } from '../ui/dialog';
import styles from './choose.module.css';

interface HelpProps {
  keys: boolean;
  onKeys: (enabled: boolean) => void;
  onClose: () => void;
}

/** Every key of the workspace. */
export function Help({ keys, onKeys, onClose }: HelpProps) {
  const { view: texts } = useTexts();
  return (
    <Dialog title={texts.help.title} onClose={onClose}>
      <label className={styles.keysOn}>
        <input type="checkbox" checked={keys} onChange={(event) => onKeys(event.target.checked)} />
        {texts.help.enabled}
      </label>
      {texts.help.groups.map(({ title, keys: rows }) => (
        <section key={title} className={styles.keys}>
          <h3>{title}</h3>
          <dl>
            {rows.map(([key, text]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
