import { BadgeCheck, Images, SwatchBook, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../i18n';
import { Button, IconButton } from '../ui/button';
import { useSetting } from './preferences';
import styles from './welcome.module.css';

const ICON = { size: 28, strokeWidth: 1.75, 'aria-hidden': true } as const;
const PICTURES = [
  <Images key="album" {...ICON} />,
  <SwatchBook key="rule" {...ICON} />,
  <BadgeCheck key="paid" {...ICON} />,
];
/** Shorter ones are taps of an unsteady thumb. */
const SWIPE_MIN_PX = 40;

interface WelcomeProps {
  /** Begins with the sample rooms; null where an album has been begun. */
  onSamples: (() => void) | null;
}

/** How it works in three pages, beside the first step and never before it. */
export function Welcome({ onSamples }: WelcomeProps) {
  const [welcomed, setWelcomed] = useSetting('welcomed');
  return welcomed ? null : <Pages onSamples={onSamples} onEnd={() => setWelcomed(true)} />;
}

function Pages({ onSamples, onEnd }: WelcomeProps & { onEnd: () => void }) {
  const { welcome, home } = useTexts();
  const [at, setAt] = useState(0);
  const last = welcome.pages.length - 1;
  const turn = (by: number) => setAt((now) => Math.min(last, Math.max(0, now + by)));
  const sheet = useTurning(turn, onEnd);
  const page = welcome.pages[at];
  const isFirst = useRef(onSamples !== null);
  useEffect(() => {
    // Whoever has begun an album knows the first step, and the sheet would lie on the next one.
    if (isFirst.current && onSamples === null) onEnd();
  }, [onSamples, onEnd]);
  return (
    <>
      <div className={styles.room} />
      <section ref={sheet} className={styles.sheet} aria-label={welcome.label}>
        <IconButton label={welcome.skip} className={styles.close} onClick={onEnd}>
          <X size={20} strokeWidth={1.75} aria-hidden />
        </IconButton>
        <div className={styles.page} aria-live="polite">
          <span className={styles.picture}>{PICTURES[at]}</span>
          <h2>{page?.title}</h2>
          <p>{page?.text}</p>
        </div>
        <div className={styles.foot}>
          <Dots at={at} of={last + 1} onPick={setAt} />
          {at < last && <Button onClick={() => turn(1)}>{welcome.next}</Button>}
          {at === last && (
            <Button
              onClick={() => {
                onEnd();
                onSamples?.();
              }}
            >
              {onSamples === null ? welcome.done : home.samples}
            </Button>
          )}
        </div>
      </section>
    </>
  );
}

function Dots({ at, of, onPick }: { at: number; of: number; onPick: (page: number) => void }) {
  const { welcome } = useTexts();
  return (
    <ol className={styles.dots}>
      {Array.from({ length: of }, (_, page) => (
        <li key={page}>
          <button
            type="button"
            aria-label={welcome.page(page + 1, of)}
            aria-current={page === at ? 'step' : undefined}
            onClick={() => onPick(page)}
          />
        </li>
      ))}
    </ol>
  );
}

/** Pages are turned by swipes over them and by arrow keys within; Escape ends them. */
function useTurning(turn: (by: number) => void, onEnd: () => void) {
  const sheet = useRef<HTMLElement>(null);
  // Outlives a rendering in the middle of a swipe, such as when the account is known.
  const from = useRef<number | null>(null);
  useEffect(() => {
    const element = sheet.current;
    if (element === null) return;
    const press = (event: PointerEvent) => (from.current = event.clientX);
    const release = (event: PointerEvent) => {
      const moved = from.current === null ? 0 : event.clientX - from.current;
      from.current = null;
      if (Math.abs(moved) >= SWIPE_MIN_PX) turn(moved < 0 ? 1 : -1);
    };
    const key = (event: KeyboardEvent) => {
      if (event.key === 'ArrowRight') turn(1);
      else if (event.key === 'ArrowLeft') turn(-1);
      else if (event.key === 'Escape') onEnd();
    };
    element.addEventListener('pointerdown', press);
    element.addEventListener('pointerup', release);
    element.addEventListener('keydown', key);
    return () => {
      element.removeEventListener('pointerdown', press);
      element.removeEventListener('pointerup', release);
      element.removeEventListener('keydown', key);
    };
  });
  return sheet;
}
