import { Eye, Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../i18n';
import { PhotoProbe } from '../rules/photo-probe';
import type { WorkingRule } from '../rules/rule';
import { IconButton } from '../ui/button';
import { classes } from '../ui/classes';
import { drawOverlay } from './overlay';
import type { FoundInstance, PhotoPixels } from './photo-view';
import styles from './stage.module.css';
import { TruePicture } from './true-picture';
import { useDraftPicture } from './use-draft-picture';
import type { TrueView } from './use-true-preview';
import { useZoom } from './use-zoom';

const ICON = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const;

interface StageProps {
  photo: PhotoPixels;
  found: readonly FoundInstance[];
  rule: WorkingRule;
  /** What is outlined. */
  concept: string | null;
  hexOf: (material: string) => string | undefined;
  name: string;
  /** How far the server's own picture of the rule is. */
  preview: TrueView;
}

/** The photo, large, with the draft of the rule on it. */
export function Stage({ photo, found, rule, concept, hexOf, name, preview }: StageProps) {
  const { rule: texts } = useTexts();
  const [before, setBefore] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const zoom = useZoom(frame);
  const picture = useDraftPicture(photo, found, rule, hexOf, before);
  const overlay = useRef<HTMLCanvasElement>(null);
  const acted = concept !== null && concept in rule.concepts;
  useEffect(() => {
    if (overlay.current === null) return;
    // What has a colour already is judged without an outline over it.
    const shown = acted || before ? [] : found.filter(({ instance }) => instance.concept === concept);
    drawOverlay(overlay.current, shown, concept !== null && rule.protect.includes(concept));
  }, [found, concept, acted, before, rule.protect]);
  const { scale, x, y } = zoom.view;
  const hold = { onPointerDown: () => setBefore(true), onPointerUp: () => setBefore(false) };
  const seen = texts.seen[before ? 'off' : preview.state];
  return (
    <div className={styles.stage}>
      <div ref={frame} className={styles.photo} style={{ aspectRatio: `${photo.width} / ${photo.height}` }}>
        <div
          {...zoom.drag}
          style={{ transform: `translate(${x}px, ${y}px) scale(${scale})`, transformOrigin: '0 0' }}
        >
          <canvas ref={picture} width={photo.width} height={photo.height} role="img" aria-label={name} />
          {preview.state === 'true' && !before && <TruePicture picture={preview.picture} />}
          <canvas
            ref={overlay}
            className={styles.overlay}
            width={photo.width}
            height={photo.height}
            aria-hidden
          />
          <PhotoProbe photo={photo.image} />
        </div>
      </div>
      <p className={classes(seen !== '' && styles.mark)} role="status">
        {seen}
      </p>
      <div className={styles.tools}>
        <IconButton
          label={texts.before}
          aria-pressed={before}
          {...hold}
          onPointerLeave={() => setBefore(false)}
          onKeyDown={(event) => event.key === ' ' && setBefore(true)}
          onKeyUp={() => setBefore(false)}
        >
          <Eye {...ICON} />
        </IconButton>
        <IconButton label={texts.zoomOut} onClick={zoom.zoomOut} disabled={scale === 1}>
          <ZoomOut {...ICON} />
        </IconButton>
        <IconButton label={texts.zoomIn} onClick={zoom.zoomIn}>
          <ZoomIn {...ICON} />
        </IconButton>
        <IconButton label={texts.whole} onClick={zoom.reset} disabled={scale === 1}>
          <Maximize {...ICON} />
        </IconButton>
      </div>
    </div>
  );
}
