import { useEffect, useMemo, useRef } from 'react';
import type { WorkingRule } from '../rules/rule';
import { anchorOf, colorOf, paintDraft, type Layer } from './draft-painter';
import { ownersOf, type FoundInstance, type PhotoPixels } from './photo-view';

/** The canvas on which the draft of a rule is kept. */
export function useDraftPicture(
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
  for (const { instance, paint } of found) if (instance.concept === concept) paint(all, 1);
  return all;
}
