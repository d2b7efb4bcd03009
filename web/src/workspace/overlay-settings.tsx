import { Layers } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTexts } from '../i18n';
import { IconButton } from '../ui/button';
import styles from './stage.module.css';

const STORED = 'photoset.overlay';
const OPACITY = 0.3;

/** What lies over the photo. */
export interface OverlaySettings {
  shown: boolean;
  /** Of what is filled, 0 to 0.8. */
  opacity: number;
  onlyProtected: boolean;
}

export type ChangeOverlay = (change: Partial<OverlaySettings>) => void;

/** The opacity is kept in this browser; the rest is for the moment. */
export function useOverlaySettings(): [OverlaySettings, ChangeOverlay] {
  const [settings, setSettings] = useState(() => ({ shown: true, opacity: stored(), onlyProtected: false }));
  return [
    settings,
    (change) => {
      if (change.opacity !== undefined) localStorage.setItem(STORED, String(change.opacity));
      setSettings((old) => ({ ...old, ...change }));
    },
  ];
}

function stored(): number {
  const opacity = Number(localStorage.getItem(STORED) ?? OPACITY);
  return opacity >= 0 && opacity <= 0.8 ? opacity : OPACITY;
}

interface OverlayMenuProps {
  settings: OverlaySettings;
  change: ChangeOverlay;
}

/** Turns outlines on and off, and says how strong they are. */
export function OverlayMenu({ settings, change }: OverlayMenuProps) {
  const { view: texts } = useTexts();
  const [open, setOpen] = useState(false);
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const leave = (event: Event) => {
      if (event instanceof KeyboardEvent ? event.key === 'Escape' : isOutside(event, menu.current))
        setOpen(false);
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('keydown', leave);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('keydown', leave);
    };
  }, [open]);
  return (
    <div className={styles.overlayMenu} ref={menu}>
      <IconButton
        label={texts.overlay}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <Layers size={20} strokeWidth={1.75} aria-hidden />
      </IconButton>
      <div id={id} className={styles.menu} hidden={!open}>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={settings.shown}
            onChange={(event) => change({ shown: event.target.checked })}
          />
          {texts.outlines}
        </label>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={settings.onlyProtected}
            onChange={(event) => change({ onlyProtected: event.target.checked, shown: true })}
          />
          {texts.onlyProtected}
        </label>
        <label className={styles.range}>
          {texts.opacity}
          <input
            type="range"
            min={0}
            max={0.8}
            step={0.05}
            value={settings.opacity}
            onChange={(event) => change({ opacity: Number(event.target.value), shown: true })}
          />
        </label>
      </div>
    </div>
  );
}

function isOutside(event: Event, element: HTMLElement | null): boolean {
  return !(event.target instanceof Node && element?.contains(event.target) === true);
}
