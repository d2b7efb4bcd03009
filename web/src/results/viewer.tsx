import { ChevronLeft, ChevronRight, Eye, Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { renewLinks, type Job } from '../api/queries';
import { useTexts } from '../i18n';
import { Button, IconButton } from '../ui/button';
import { classes } from '../ui/classes';
import { Segmented } from '../ui/segmented';
import { useLinkedZoom } from './linked-zoom';
import { Pane } from './pane';
import { beforeOf, nameOfVariant, picturesOfPhoto, type Picture } from './pictures';
import { Split } from './split';
import styles from './viewer.module.css';

const ICON = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const;
const MODES = ['split', 'side', 'after', 'designs'] as const;
type Mode = (typeof MODES)[number];

interface ViewerProps {
  job: Job;
  shown: Picture;
  place: number;
  count: number;
  onPlace: (place: number) => void;
  /** Beside the choice of how to compare. */
  children?: ReactNode;
}

/** One result, large, against the photo that it was made of. */
export function Viewer({ job, shown, place, count, onPlace, children }: ViewerProps) {
  const { results } = useTexts();
  const [mode, setMode] = useState<Mode>('split');
  const [percent, setPercent] = useState(50);
  const [peeking, setPeeking] = useState(false);
  const panes = useRef<HTMLDivElement>(null);
  const zoom = useLinkedZoom(panes);
  const before = beforeOf(job, shown.idx);
  const modes = MODES.filter((one) =>
    one === 'designs' ? several(job) : one === 'after' || before !== undefined,
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === '+' || event.key === '=') zoom.zoomIn();
    else if (event.key === '-') zoom.zoomOut();
    else if (event.key === '0') zoom.reset();
  };
  return (
    // What it hears are shortcuts of the buttons below it.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.viewer} onKeyDown={onKeyDown}>
      <div className={styles.tools}>
        {children}
        <Segmented
          label={results.modesLabel}
          value={mode}
          options={modes.map((value) => ({ value, label: results.modes[value] }))}
          onChange={setMode}
        />
      </div>
      <div ref={panes} className={classes(styles.panes, styles[mode])} {...zoom.drag}>
        <Panes
          job={job}
          shown={shown}
          mode={before === undefined && mode !== 'designs' ? 'after' : mode}
          view={zoom.view}
          percent={peeking ? 100 : percent}
          onPercent={setPercent}
          peeking={peeking}
          onPeek={setPeeking}
        />
      </div>
      {mode === 'split' && before !== undefined && (
        <div className={styles.tools} role="group" aria-label={results.slider}>
          <Button look="quiet" onClick={() => setPercent(100)}>
            {results.before}
          </Button>
          <Button look="quiet" onClick={() => setPercent(50)}>
            {results.half}
          </Button>
          <Button look="quiet" onClick={() => setPercent(0)}>
            {results.after}
          </Button>
        </div>
      )}
      <div className={styles.tools}>
        <IconButton label={results.previous} disabled={place === 0} onClick={() => onPlace(place - 1)}>
          <ChevronLeft {...ICON} />
        </IconButton>
        <span>
          {place + 1} / {count}
        </span>
        <IconButton label={results.next} disabled={place >= count - 1} onClick={() => onPlace(place + 1)}>
          <ChevronRight {...ICON} />
        </IconButton>
        {before !== undefined && <Peek peeking={peeking} onPeek={setPeeking} />}
        <IconButton label={results.zoomOut} onClick={zoom.zoomOut} disabled={zoom.view.scale === 1}>
          <ZoomOut {...ICON} />
        </IconButton>
        <IconButton label={results.zoomIn} onClick={zoom.zoomIn}>
          <ZoomIn {...ICON} />
        </IconButton>
        <IconButton label={results.whole} onClick={zoom.reset} disabled={zoom.view.scale === 1}>
          <Maximize {...ICON} />
        </IconButton>
      </div>
    </div>
  );
}

function several(job: Job): boolean {
  return job.variants.length > 1;
}

/** Shows the photo as it was as long as it is held down. */
function Peek({ peeking, onPeek }: { peeking: boolean; onPeek: (peeking: boolean) => void }) {
  const { results } = useTexts();
  const end = () => onPeek(false);
  const isHold = (key: string) => key === ' ' || key === 'Enter';
  return (
    <IconButton
      label={results.peek}
      aria-pressed={peeking}
      onPointerDown={() => onPeek(true)}
      onPointerUp={end}
      onPointerLeave={end}
      onPointerCancel={end}
      onBlur={end}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => isHold(event.key) && onPeek(true)}
      onKeyUp={(event) => isHold(event.key) && end()}
    >
      <Eye {...ICON} />
    </IconButton>
  );
}

interface PanesProps {
  job: Job;
  shown: Picture;
  mode: Mode;
  view: ReturnType<typeof useLinkedZoom>['view'];
  percent: number;
  onPercent: (percent: number) => void;
  peeking: boolean;
  onPeek: (peeking: boolean) => void;
}

function Panes({ job, shown, mode, view, percent, onPercent, peeking, onPeek }: PanesProps) {
  const { results, job: words } = useTexts();
  const renew = () => renewLinks(job.job_id);
  const before = beforeOf(job, shown.idx);
  const name = words.photo(shown.idx + 1);
  const same = { view, renew };
  const original = before !== undefined && <Pane {...same} src={before} name={name} label={results.before} />;
  switch (mode) {
    case 'split':
      return (
        <Split
          {...same}
          key={`${shown.idx} ${shown.variant}`}
          before={before ?? shown.preview_url}
          after={shown.preview_url}
          name={name}
          percent={percent}
          onPercent={onPercent}
        />
      );
    case 'side':
      return (
        <>
          {original}
          <Pane {...same} src={shown.preview_url} name={name} label={results.after} />
        </>
      );
    case 'after':
      return (
        // Beside it stands a button that does the same by keyboard.
        <div
          className={styles.hold}
          onPointerDown={() => view.scale === 1 && onPeek(true)}
          onPointerUp={() => onPeek(false)}
          onPointerLeave={() => onPeek(false)}
          onPointerCancel={() => onPeek(false)}
          onContextMenu={(event) => event.preventDefault()}
        >
          <Pane
            {...same}
            src={peeking && before !== undefined ? before : shown.preview_url}
            name={name}
            label={peeking ? results.before : results.after}
          />
        </div>
      );
    case 'designs':
      return (
        <>
          {original}
          {picturesOfPhoto(job, shown.idx).map((picture) => (
            <Pane
              {...same}
              key={picture.variant}
              src={peeking && before !== undefined ? before : picture.preview_url}
              name={name}
              label={nameOfVariant(job, picture.variant)}
            />
          ))}
        </>
      );
  }
}
