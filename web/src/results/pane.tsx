import { useState, type CSSProperties, type ReactNode } from 'react';
import { classes } from '../ui/classes';
import { LinkedImage } from '../ui/linked-image';
import { transformOf, type View } from './linked-zoom';
import styles from './viewer.module.css';

interface PaneProps {
  src: string;
  name: string;
  view: View;
  /** What is written on it. */
  label: string | undefined;
  renew: () => Promise<void>;
  children?: ReactNode;
}

/** A picture in a frame of its own shape. */
export function Pane({ src, name, view, label, renew, children }: PaneProps) {
  const [ratio, setRatio] = useState<number>();
  return (
    <figure
      className={classes(styles.pane, view.scale > 1 && styles.zoomed)}
      data-pane
      style={ratio === undefined ? undefined : ({ '--ratio': ratio } as CSSProperties)}
    >
      <Layer src={src} name={name} view={view} renew={renew} onShape={setRatio} />
      {children}
      {label !== undefined && <figcaption className={styles.label}>{label}</figcaption>}
    </figure>
  );
}

interface LayerProps {
  src: string;
  name: string;
  view: View;
  renew: () => Promise<void>;
  onShape?: (ratio: number) => void;
}

/** One of the pictures that lie on each other in a pane. */
export function Layer({ src, name, view, renew, onShape }: LayerProps) {
  return (
    <div
      className={styles.layer}
      // The shape of a picture is known when it is there; loading does not bubble, but it is captured.
      onLoadCapture={({ target }) =>
        target instanceof HTMLImageElement && onShape?.(target.naturalWidth / target.naturalHeight)
      }
      style={{ transform: transformOf(view) }}
    >
      <LinkedImage src={src} alt={name} renew={renew} draggable={false} />
    </div>
  );
}
