import { useEffect, useMemo, useRef } from 'react';
import type { DraggedStore } from '../rules/drag';
import type { WorkingRule } from '../rules/rule';
import { anchorOf, colorOf, DraftPainter, type Layer } from './draft-painter';
import { ownersOf, type FoundInstance, type PhotoPixels } from './photo-view';

interface DraftOf {
  photo: PhotoPixels;
  found: readonly FoundInstance[];
  rule: WorkingRule;
  /** Goes before what the rule has for its concept. */
  dragged: DraggedStore;
  hexOf: (material: string) => string | undefined;
  before: boolean;
}

/** A canvas of the photo's size that shows the draft of the rule, or the photo itself `before`. */
export function useDraftPicture({ photo, found, rule, dragged, hexOf, before }: DraftOf) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = photo.width * photo.height;
  // Who has which pixel does not depend on colours: dragging one only paints.
  const claims = JSON.stringify([Object.keys(rule.concepts), rule.protect, rule.instances]);
  const { painter, anchors } = useMemo(() => {
    const concepts = Object.keys(rule.concepts);
    return {
      painter: new DraftPainter(photo.image, ownersOf(found, rule, size), concepts.length),
      anchors: concepts.map((concept) => anchorOf(photo.image, union(found, concept, size))),
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- claims is what it reads of the rule
  }, [photo, found, claims, size]);
  const shown = useRef<DraftPainter | null>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const draw = () => {
      if (before) {
        shown.current = null;
        context.putImageData(photo.image, 0, 0);
        return;
      }
      const moved = dragged.get();
      const layers = Object.entries(rule.concepts).map(([concept, made], i): Layer => {
        const action = moved?.concept === concept ? moved.action : made;
        return { action, color: colorOf(action, hexOf), anchor: anchors[i] ?? 1 };
      });
      const changed = painter.paint(layers);
      if (shown.current === painter)
        for (const { x, y, width, height } of changed)
          context.putImageData(painter.image, 0, 0, x, y, width, height);
      else context.putImageData(painter.image, 0, 0);
      shown.current = painter;
    };
    let drawing = requestAnimationFrame(draw);
    const leave = dragged.subscribe(() => {
      cancelAnimationFrame(drawing);
      drawing = requestAnimationFrame(draw);
    });
    return () => {
      leave();
      cancelAnimationFrame(drawing);
    };
  }, [photo, painter, anchors, rule.concepts, dragged, hexOf, before]);
  return canvas;
}

function union(found: readonly FoundInstance[], concept: string, size: number): Uint8Array {
  const all = new Uint8Array(size);
  for (const { instance, paint } of found) if (instance.concept === concept) paint(all, 1);
  return all;
}
