import { Eye, Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTexts } from '../i18n';
import type { WorkingRule } from '../rules/rule';
import { IconButton } from '../ui/button';
import { classes } from '../ui/classes';
import { anchorOf, colorOf, paintDraft, type Layer } from './draft-painter';
import { drawOverlay } from './overlay';
import { ownersOf, type FoundInstance, type PhotoPixels } from './photo-view';
import styles from './stage.module.css';
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

/** Over the draft, whose place it takes. */
function TruePicture({ picture }: { picture: ImageBitmap }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => canvas.current?.getContext('2d')?.drawImage(picture, 0, 0), [picture]);
  return (
    <canvas
      ref={canvas}
      className={styles.overlay}
      width={picture.width}
      height={picture.height}
      aria-hidden
    />
  );
}

function useDraftPicture(
  photo: PhotoPixels,
  found: readonly FoundInstance[],
  rule: WorkingRule,
  hexOf: (material: string) => string | undefined,
  before: boolean,
) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = photo.width * photo.height;
  // Who has which pixel does not depend on colours: dragging one only paints.
  const claims = JSON.stringify([Object.keys(rule.concepts), rule.protect, rule.instances]);
  const owned = useMemo(() => {
    const owners = ownersOf(found, rule, size);
    const anchors = Object.keys(rule.concepts).map((concept) =>
      anchorOf(photo.image, union(found, concept, size)),
    );
    return { owners, anchors };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- claims is what it reads of the rule
  }, [photo, found, claims, size]);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const drawing = requestAnimationFrame(() => {
      const layers = Object.values(rule.concepts).map((action, i): Layer => {
        return { action, color: colorOf(action, hexOf), anchor: owned.anchors[i] ?? 1 };
      });
      const painted = context.createImageData(photo.width, photo.height);
      if (before) painted.data.set(photo.image.data);
      else paintDraft(photo.image, owned.owners, layers, painted);
      context.putImageData(painted, 0, 0);
    });
    return () => cancelAnimationFrame(drawing);
  }, [photo, owned, rule.concepts, hexOf, before]);
  return canvas;
}

function union(found: readonly FoundInstance[], concept: string, size: number): Uint8Array {
  const all = new Uint8Array(size);
  for (const { instance, mask } of found)
    if (instance.concept === concept) for (let at = 0; at < size; at++) if (mask[at] === 1) all[at] = 1;
  return all;
}
