import { useMemo } from 'react';
import type { Look } from './overlay';
import { OverlayCanvas } from './overlay-canvas';
import { numbersOf, stateOf } from './photo-view';
import { highlightedOf, usePointed } from './pointing';
import { regionMap } from './region-map';
import type { StageProps } from './stage';
import type { Sizes, View } from './zoom';

interface OutlinesProps extends StageProps {
  view: View;
  sizes: Sizes;
}

/** What was found, over the photo, as the rule and the pointer have it. */
export function Outlines({
  photo,
  found,
  guarded,
  rule,
  concept,
  isCountable,
  overlay,
  pointing,
  ...zoom
}: OutlinesProps) {
  const pointed = usePointed(pointing);
  const { onlyProtected } = overlay;
  // What is protected is shown without the borders of what lies in it.
  const map = useMemo(
    () => regionMap(onlyProtected ? [] : found, photo, concept),
    [onlyProtected, found, photo, concept],
  );
  const numbers = useMemo(() => numbersOf(found), [found]);
  // What has a color already is judged without an outline over it.
  const acted = concept !== null && concept in rule.concepts && !rule.protect.includes(concept);
  const highlighted = acted ? pointed.hovered : highlightedOf(pointed);
  const solo =
    pointed.solo && pointed.selected !== null && numbers.has(pointed.selected) ? pointed.selected : null;
  const look = useMemo(
    (): Look => ({
      concept,
      acted,
      tinted: Object.keys(rule.concepts).length === 0,
      stateOf: (id) => stateOf(rule, id),
      numberOf: (id) => numbers.get(id) ?? 1,
      highlighted,
      solo,
      opacity: overlay.opacity,
      onlyProtected,
    }),
    [concept, acted, rule, numbers, highlighted, solo, overlay.opacity, onlyProtected],
  );
  return (
    <OverlayCanvas
      map={map}
      guarded={guarded}
      view={zoom.view}
      sizes={zoom.sizes}
      look={look}
      numbered={concept !== null && isCountable(concept)}
    />
  );
}
