import { useState } from 'react';
import { useTexts } from '../i18n';
import styles from './results.module.css';

interface CompareProps {
  before: string | undefined;
  after: string;
  name: string;
  /** A link may have ended since it was given. */
  onExpired: () => void;
}

/** Before and after on one place, parted by a line. The slider of the browser lies above, with its keys and touch. */
export function Compare({ before, after, name, onExpired }: CompareProps) {
  const { results } = useTexts();
  const [percent, setPercent] = useState(50);
  return (
    <div className={styles.compare}>
      <img src={after} alt={name} onError={onExpired} draggable={false} />
      {before !== undefined && (
        <>
          <img
            src={before}
            alt=""
            onError={onExpired}
            draggable={false}
            style={{ clipPath: `inset(0 ${100 - percent}% 0 0)` }}
          />
          <div className={styles.line} style={{ left: `calc(${percent}% - 1px)` }} />
          <span className={`${styles.side} ${styles.left}`}>{results.before}</span>
          <span className={`${styles.side} ${styles.right}`}>{results.after}</span>
          <input
            type="range"
            className={styles.slider}
            min={0}
            max={100}
            value={percent}
            aria-label={results.slider}
            aria-valuetext={results.sliderValue(percent)}
            onChange={(event) => setPercent(Number(event.target.value))}
          />
        </>
      )}
    </div>
  );
}
