import { useEffectEvent, useLayoutEffect, useMemo, useRef } from 'react';
import { deviceScale, paintScreen, screenOf, tableOf, type Look, type Screen } from './overlay';
import { anchorsOf, type RegionMap } from './region-map';
import styles from './stage.module.css';
import type { Sizes, View } from './zoom';

const NUMBER_RADIUS_PX = 11;

interface OverlayCanvasProps {
  map: RegionMap;
  guarded: Uint8Array;
  view: View;
  sizes: Sizes;
  look: Look;
  /** Whether things of the chosen concept have numbers. */
  numbered: boolean;
}

/** Outlines, numbers and hatching over the photo, as thick at every zoom. */
export function OverlayCanvas({ map, guarded, view, sizes, look, numbered }: OverlayCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const screen = useRef<{ screen: Screen; pixels: ImageData } | null>(null);
  const anchors = useMemo(() => anchorsOf(map), [map]);
  const device = deviceScale();
  const width = Math.round(sizes.frame.width * device);
  const height = Math.round(sizes.frame.height * device);
  const at = {
    scale: (view.scale * sizes.content.width * device) / map.width,
    x: view.x * device,
    y: view.y * device,
  };
  const paint = useEffectEvent(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || screen.current === null) return;
    paintScreen(screen.current.screen, tableOf(map, look), screen.current.pixels);
    context.putImageData(screen.current.pixels, 0, 0);
    if (!numbered) return;
    map.order.forEach(({ instance }, place) => {
      const anchor = anchors[place + 1];
      if (anchor === undefined || !isNumbered(instance, look)) return;
      const radius = NUMBER_RADIUS_PX * device;
      // A number must not hide what it is the number of.
      const isNarrow = anchor.width * at.scale < 3 * radius;
      const y = isNarrow
        ? Math.max(radius, at.y + anchor.top * at.scale - radius - device)
        : at.y + anchor.y * at.scale;
      drawNumber(
        context,
        String(look.numberOf(instance.instance_id)),
        [at.x + anchor.x * at.scale, y],
        device,
      );
    });
  });
  // Before the browser paints: lines that come a frame after their photo tremble while it is moved.
  useLayoutEffect(() => {
    const shown = screenOf(map, guarded, { width, height }, at, device);
    screen.current = { screen: shown, pixels: new ImageData(width, height) };
    paint();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- at is made anew with every picture; its values count
  }, [map, guarded, width, height, at.scale, at.x, at.y, device]);
  useLayoutEffect(() => paint(), [look, numbered]);
  return <canvas ref={canvas} className={styles.screen} width={width} height={height} aria-hidden />;
}

function isNumbered({ concept, instance_id }: { concept: string; instance_id: string }, look: Look): boolean {
  if (concept !== look.concept) return false;
  if (look.highlighted === instance_id) return true;
  return !look.acted && (look.solo === null || look.solo === instance_id);
}

function drawNumber(
  context: CanvasRenderingContext2D,
  text: string,
  [x, y]: readonly [number, number],
  device: number,
): void {
  const radius = NUMBER_RADIUS_PX * device;
  context.fillStyle = '#000000';
  context.strokeStyle = '#ffffff';
  context.lineWidth = device;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
  context.stroke();
  context.fillStyle = '#ffffff';
  context.font = `600 ${12 * device}px sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, x, y);
}
