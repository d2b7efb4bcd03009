import { useCallback, useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react';
import { useTexts } from '../i18n';
import { joined, type Box } from './mask-document';
import { paintMaskOverlay } from './mask-painter';
import styles from './mend.module.css';
import { usePointer } from './use-pointer';
import type { Mending, Pen } from './use-mending';
import { useView } from './use-view';

/** What others do to the stage. */
export interface StageControl {
  draw: (box: Box) => void;
  zoom: (factor: number) => void;
  whole: () => void;
}

interface MaskStageProps {
  ref: Ref<StageControl>;
  label: string;
  photo: ImageData;
  mending: Mending;
  pen: Pen;
  /** Another mask that is seen in the place of the one that is mended. */
  compared: Uint8Array | null;
  onSaid: (said: string) => void;
}

const KEY_STEP = 8;
const KEY_STEP_FAST = 40;
const MOVES: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The photo with its mask, on which a pointer or the cross-hair of the keys paints and clicks. */
export function MaskStage({ ref, label, photo, mending, pen, compared, onSaid }: MaskStageProps) {
  const { masks: texts } = useTexts();
  const frame = useRef<HTMLDivElement>(null);
  const picture = usePhotoCanvas(photo);
  const overlay = useRef<HTMLCanvasElement>(null);
  const draw = useOverlay(overlay, mending.mask.levels, compared);
  const view = useView(frame);
  const [cross, setCross] = useState({ x: photo.width / 2, y: photo.height / 2 });
  useImperativeHandle(ref, () => ({
    draw,
    zoom: (factor) => view.zoomAt(factor),
    whole: view.reset,
  }));
  const click = async (at: { x: number; y: number }) => {
    const adds = pen.tool === 'add';
    onSaid(texts.working);
    const share = await mending.click(at, adds);
    const percent = share < 0.001 ? '< 0.1 %' : `${(share * 100).toFixed(1)} %`;
    onSaid(share === 0 ? texts.unchanged : adds ? texts.added(percent) : texts.removed(percent));
  };
  const paints = pen.tool === 'brush' || pen.tool === 'eraser';
  const pointer = usePointer({ canvas: overlay, photo, mending, pen, view, click });
  const onKeyDown = (event: React.KeyboardEvent) => {
    const move = MOVES[event.key];
    if (move !== undefined) {
      event.preventDefault();
      const step = event.altKey ? 1 : event.shiftKey ? KEY_STEP_FAST : KEY_STEP;
      const x = Math.min(photo.width - 1, Math.max(0, cross.x + move[0] * step));
      const y = Math.min(photo.height - 1, Math.max(0, cross.y + move[1] * step));
      setCross({ x, y });
      view.show(x / photo.width, y / photo.height);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (!paints) return void click(cross);
      mending.begin(cross, pen, 1);
      mending.end();
    }
  };
  const { scale, x, y } = view.view;
  const place = (at: { x: number; y: number }) => ({
    left: `${(at.x / photo.width) * 100}%`,
    top: `${(at.y / photo.height) * 100}%`,
  });
  return (
    <div className={styles.stage}>
      {/* An application is what takes keys and pointers itself. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={frame}
        className={styles.frame}
        style={{ '--ratio': photo.width / photo.height } as React.CSSProperties}
        {...pointer.handlers}
        role="application"
        aria-label={texts.photo(label)}
        aria-roledescription={texts.stage}
        aria-describedby="mask-keys"
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the cross-hair is moved by keys
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div className={styles.photo} style={{ transform: `translate(${x}px, ${y}px) scale(${scale})` }}>
          <canvas ref={picture} width={photo.width} height={photo.height} aria-hidden />
          <canvas ref={overlay} width={photo.width} height={photo.height} aria-hidden />
          <div className={styles.cross} style={{ ...place(cross), scale: 1 / scale }} aria-hidden />
          {paints && pointer.at !== null && (
            <div
              className={styles.ring}
              style={{
                ...place(pointer.at),
                width: `${(pen.size / photo.width) * 100}%`,
                borderWidth: `${2 / scale}px`,
              }}
              aria-hidden
            />
          )}
        </div>
      </div>
      <p id="mask-keys" className="visually-hidden">
        {texts.keys}
      </p>
    </div>
  );
}

function usePhotoCanvas(photo: ImageData) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => canvas.current?.getContext('2d')?.putImageData(photo, 0, 0), [photo]);
  return canvas;
}

/** Draws what has become different once a frame, however many spots a stroke has. */
function useOverlay(
  canvas: React.RefObject<HTMLCanvasElement | null>,
  levels: Uint8Array,
  compared: Uint8Array | null,
): (box: Box) => void {
  const shown = useRef(levels);
  const dirty = useRef<Box | null>(null);
  const asked = useRef(0);
  const draw = useCallback(
    (box: Box) => {
      dirty.current = joined(dirty.current, box);
      asked.current ||= requestAnimationFrame(() => {
        asked.current = 0;
        const context = canvas.current?.getContext('2d');
        if (context && dirty.current !== null) paintMaskOverlay(context, shown.current, dirty.current);
        dirty.current = null;
      });
    },
    [canvas],
  );
  useEffect(() => {
    shown.current = compared ?? levels;
    draw({ left: 0, top: 0, right: Infinity, bottom: Infinity });
  }, [levels, compared, draw]);
  return draw;
}
