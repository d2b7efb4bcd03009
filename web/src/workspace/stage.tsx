import { Eye, Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTexts } from '../i18n';
import { PhotoCorners } from '../rules/photo-corners';
import { PhotoProbe } from '../rules/photo-probe';
import type { DraggedStore } from '../rules/drag';
import type { WorkingRule } from '../rules/rule';
import { arrowOf } from '../ui/arrows';
import { IconButton } from '../ui/button';
import { classes } from '../ui/classes';
import { useKeys } from './keys';
import { Outlines } from './outlines';
import { OverlayMenu, type ChangeOverlay, type OverlaySettings } from './overlay-settings';
import type { FoundInstance, PhotoPixels } from './photo-view';
import type { Pointing } from './pointing';
import { foundAt, regionMap } from './region-map';
import styles from './stage.module.css';
import { TruePicture } from './true-picture';
import { useDraftPicture } from './use-draft-picture';
import { useTrueView, type TrueView } from './use-true-preview';
import { useZoom } from './use-zoom';

const ICON = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const;

export interface StageProps {
  photo: PhotoPixels;
  found: readonly FoundInstance[];
  /** Where nothing changes: 1 at each pixel of the photo. */
  guarded: Uint8Array;
  rule: WorkingRule;
  dragged: DraggedStore;
  /** What is outlined. */
  concept: string | null;
  /** Whether a concept is of things with a number each. */
  isCountable: (concept: string) => boolean;
  hexOf: (material: string) => string | undefined;
  name: string;
  /** How far the server's own picture of the rule is. */
  preview: TrueView;
  pointing: Pointing;
  overlay: OverlaySettings;
  changeOverlay: ChangeOverlay;
  keys: boolean;
  onPick: (concept: string) => void;
  /** To the next photo, or to the one before. */
  onTurn: (direction: 1 | -1) => void;
}

/** The photo, large, with the draft of the rule and what was found on it. */
export function Stage(props: StageProps) {
  const { photo, name, overlay, keys } = props;
  const { rule: texts, view: words } = useTexts();
  const [before, setBefore] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const finder = useFinder(props);
  const zoom = useZoom(frame, { photo, ...finder, onSwipe: props.onTurn });
  const picture = useDraftPicture({ ...props, before });
  const preview = useTrueView(props.preview, props.dragged);
  const { scale, x, y } = zoom.view;
  useKeys({ '+': zoom.zoomIn, '=': zoom.zoomIn, '-': zoom.zoomOut, '0': zoom.reset }, keys);
  const seen = texts.seen[before ? 'off' : preview.state];
  const { width, height } = zoom.sizes.content;
  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = arrowOf(event);
    if (arrow === undefined) return;
    const [right, down] = arrow;
    event.preventDefault();
    if (scale > 1) zoom.step(right, down);
    else if (right !== 0) props.onTurn(right > 0 ? 1 : -1);
  };
  // Keys move what is in it, so it takes the focus.
  const focusable = { role: 'group', tabIndex: 0, onKeyDown };
  return (
    <div className={styles.stage}>
      <div ref={frame} className={styles.frame} aria-label={words.stage(name)} {...focusable} {...zoom.drag}>
        <div
          className={styles.photo}
          style={{ width, height, transform: `translate(${x}px, ${y}px) scale(${scale})` }}
        >
          <canvas ref={picture} width={photo.width} height={photo.height} role="img" aria-label={name} />
          {preview.state === 'true' && !before && <TruePicture picture={preview.picture} />}
          <PhotoCorners scale={scale} />
          <PhotoProbe photo={photo.image} />
        </div>
        {overlay.shown && !before && <Outlines {...props} view={zoom.view} sizes={zoom.sizes} />}
      </div>
      <p className={classes(seen !== '' && styles.mark)} role="status">
        {seen}
      </p>
      <div className={styles.tools}>
        <OverlayMenu settings={overlay} change={props.changeOverlay} />
        <Before before={before} onChange={setBefore} />
        <IconButton label={texts.zoomOut} onClick={zoom.zoomOut} disabled={scale === 1}>
          <ZoomOut {...ICON} />
        </IconButton>
        <IconButton label={texts.zoomIn} onClick={zoom.zoomIn} disabled={scale === zoom.sizes.scaleMax}>
          <ZoomIn {...ICON} />
        </IconButton>
        <IconButton label={texts.whole} onClick={zoom.reset} disabled={scale === 1}>
          <Maximize {...ICON} />
        </IconButton>
      </div>
    </div>
  );
}

/** As long as it is held, the photo as it was. */
function Before({ before, onChange }: { before: boolean; onChange: (before: boolean) => void }) {
  const { rule: texts } = useTexts();
  return (
    <IconButton
      label={texts.before}
      aria-pressed={before}
      onPointerDown={() => onChange(true)}
      onPointerUp={() => onChange(false)}
      onPointerLeave={() => onChange(false)}
      onKeyDown={(event) => event.key === ' ' && onChange(true)}
      onKeyUp={() => onChange(false)}
    >
      <Eye {...ICON} />
    </IconButton>
  );
}

/** What a pointer on the photo means: an instance is highlighted, and by a tap chosen with its concept. */
function useFinder({ photo, found, pointing, isCountable, onPick }: StageProps) {
  const map = useMemo(() => regionMap(found, photo), [found, photo]);
  return {
    onHover: (at: { x: number; y: number } | null) => {
      const hovered = at && foundAt(map, at.x, at.y)?.instance.instance_id;
      pointing.set({ hovered: hovered ?? null, on: 'photo' });
    },
    onTap: (x: number, y: number) => {
      const instance = foundAt(map, x, y)?.instance;
      const selected = instance !== undefined && isCountable(instance.concept) ? instance.instance_id : null;
      pointing.set({ selected, solo: false, on: 'photo' });
      if (instance) onPick(instance.concept);
    },
  };
}
