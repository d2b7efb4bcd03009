import { useRef } from 'react';
import type { Job } from '../api/queries';
import { useTexts } from '../i18n';
import { Button } from '../ui/button';
import { Store } from '../ui/store';
import type { FoundInstance, PhotoPixels } from '../workspace/photo-view';
import { TruePicture } from '../workspace/true-picture';
import { useDraftPicture } from '../workspace/use-draft-picture';
import { useTruePreview, useTrueView } from '../workspace/use-true-preview';
import { useView, useZoom } from '../workspace/use-zoom';
import { labelOf, type Design, type DesignId, type Designs } from './designs';
import styles from './designs.module.css';
import type { Dragged, DraggedStore } from './drag';

interface CompareProps {
  job: Job;
  idx: number;
  photo: PhotoPixels;
  found: readonly FoundInstance[];
  designs: Designs;
  /** For the design that is worked on. */
  dragged: DraggedStore;
  hexOf: (material: string) => string | undefined;
  onPick: (id: DesignId) => void;
}

/** The same photo in all designs, side by side on a desk, below each other on a phone; what is zoomed in one is in all. */
export function CompareDesigns({ designs, onPick, ...shown }: CompareProps) {
  const view = useView();
  return (
    <div className={styles.compare}>
      {designs.all.map((design) => (
        <Column
          key={design.id}
          {...shown}
          design={design}
          current={design.id === designs.at}
          edges={designs.output.edges}
          view={view}
          onPick={() => onPick(design.id)}
        />
      ))}
    </div>
  );
}

const NOTHING_DRAGGED: DraggedStore = new Store<Dragged | null>(null);

interface ColumnProps extends Omit<CompareProps, 'designs' | 'onPick'> {
  design: Design;
  current: boolean;
  edges: Designs['output']['edges'];
  view: ReturnType<typeof useView>;
  onPick: () => void;
}

function Column({ job, idx, design, current, edges, view, onPick, ...shown }: ColumnProps) {
  const { rule, design: texts, job: words } = useTexts();
  const { photo } = shown;
  const dragged = current ? shown.dragged : NOTHING_DRAGGED;
  const picture = useDraftPicture({ ...shown, rule: design.rule, dragged, before: false });
  const preview = useTrueView(useTruePreview(job, idx, design.rule, true, edges), dragged);
  const frame = useRef<HTMLDivElement>(null);
  const zoom = useZoom(frame, { shared: view });
  const { scale, x, y } = zoom.view;
  const name = labelOf(design);
  const empty = Object.keys(design.rule.concepts).length === 0;
  return (
    <figure className={styles.column}>
      <div ref={frame} className={styles.window} style={{ aspectRatio: `${photo.width} / ${photo.height}` }}>
        <div
          {...zoom.drag}
          className={styles.moved}
          style={{ transform: `translate(${x}px, ${y}px) scale(${scale})` }}
        >
          <canvas
            ref={picture}
            width={photo.width}
            height={photo.height}
            role="img"
            aria-label={`${name}, ${words.photo(idx + 1)}`}
          />
          {preview.state === 'true' && <TruePicture picture={preview.picture} />}
        </div>
      </div>
      <figcaption>
        <Button look="quiet" aria-pressed={current} aria-label={texts.edit(name)} onClick={onPick}>
          {name}
        </Button>
        <span role="status">{empty ? texts.empty : rule.seen[preview.state]}</span>
      </figcaption>
    </figure>
  );
}
