import { useTexts } from '../i18n';
import type { View } from './linked-zoom';
import { Layer, Pane } from './pane';
import styles from './viewer.module.css';

interface SplitProps {
  before: string;
  after: string;
  name: string;
  view: View;
  percent: number;
  onPercent: (percent: number) => void;
  renew: () => Promise<void>;
}

/** Before and after on one place, parted by a line. The slider of the browser lies above, with its keys and touch. */
export function Split({ before, after, name, view, percent, onPercent, renew }: SplitProps) {
  const { results } = useTexts();
  return (
    <Pane src={after} name={name} view={view} label={undefined} renew={renew}>
      <div className={styles.clip} style={{ clipPath: `inset(0 ${100 - percent}% 0 0)` }}>
        <Layer src={before} name="" view={view} renew={renew} />
      </div>
      <div className={styles.line} style={{ left: `calc(${percent}% - 1px)` }} />
      <span className={styles.label}>{results.before}</span>
      <span className={`${styles.label} ${styles.right}`}>{results.after}</span>
      <input
        type="range"
        className={styles.slider}
        min={0}
        max={100}
        value={percent}
        aria-label={results.slider}
        aria-valuetext={results.sliderValue(percent)}
        onChange={(event) => onPercent(Number(event.target.value))}
      />
    </Pane>
  );
}
