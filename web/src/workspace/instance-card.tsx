import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTexts } from '../i18n';
import type { InstanceState, RuleChange } from '../rules/rule';
import { classes } from '../ui/classes';
import { Segmented } from '../ui/segmented';
import styles from './cards.module.css';
import { InstanceName } from './instance-name';
import { HUES } from './overlay';
import type { FoundInstance, PhotoPixels } from './photo-view';
import { useHighlighted, type Pointing } from './pointing';
import { drawThumbnail, THUMBNAIL_PX } from './thumbnail';

interface InstanceCardProps {
  job: string;
  number: number;
  one: FoundInstance;
  photo: PhotoPixels;
  /** On how many photos it was recognized; undefined until all are known. */
  photos: number | undefined;
  state: InstanceState;
  pointing: Pointing;
  change: (change: RuleChange) => void;
}

const STATES = ['include', 'exclude', 'lock'] as const;

/** One thing: what it looks like, how sure and how large it is, and whether the rule is for it. */
export function InstanceCard({
  job,
  number,
  one,
  photo,
  photos,
  state,
  pointing,
  change,
}: InstanceCardProps) {
  const { view: texts } = useTexts();
  const { instance } = one;
  const id = instance.instance_id;
  const highlighted = useHighlighted(pointing, id);
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (highlighted && pointing.get().on === 'photo') card.current?.scrollIntoView({ block: 'nearest' });
  }, [highlighted, pointing]);
  const set = (next: InstanceState) => change({ type: 'instance', id, state: next });
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLInputElement) || event.target.type !== 'radio') return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.code === 'Space') set(state === 'include' ? 'exclude' : 'include');
    else if (event.code === 'KeyL') set(state === 'lock' ? 'include' : 'lock');
    else if (event.code === 'KeyS') pointing.set({ selected: id, solo: !pointing.get().solo, on: 'card' });
    else return;
    event.preventDefault();
  };
  const pointed = {
    onPointerEnter: () => pointing.set({ hovered: id, on: 'card' }),
    onFocus: () => pointing.set({ selected: id, on: 'card' }),
    onKeyDown,
  };
  const [height = 1, width = 1] = instance.rle?.size ?? [photo.height, photo.width];
  const hue = `#${(HUES[(number - 1) % HUES.length] ?? 0).toString(16).padStart(6, '0')}`;
  return (
    <li
      ref={card}
      className={classes(styles.card, highlighted && styles.highlighted)}
      data-instance={id}
      {...pointed}
    >
      <Thumbnail one={one} photo={photo} />
      <div className={styles.about}>
        <span className={styles.number} style={{ borderColor: hue }}>
          #{number}
        </span>
        <InstanceName job={job} id={id} name={instance.name} />
        <p>{texts.facts(instance.score, instance.area / (height * width), photos)}</p>
      </div>
      <Segmented<InstanceState>
        label={`#${number} ${instance.name}`}
        value={state}
        options={STATES.map((value) => ({ value, label: texts.instance[value] }))}
        onChange={set}
        className={styles.states}
      />
    </li>
  );
}

function Thumbnail({ one, photo }: { one: FoundInstance; photo: PhotoPixels }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current) drawThumbnail(canvas.current, one, photo);
  }, [one, photo]);
  return (
    <canvas
      ref={canvas}
      className={styles.thumbnail}
      width={THUMBNAIL_PX}
      height={THUMBNAIL_PX}
      aria-hidden
    />
  );
}
