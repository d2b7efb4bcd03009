import { Eye, Maximize, Redo2, Undo2, ZoomIn, ZoomOut } from 'lucide-react';
import { useTexts } from '../i18n';
import { IconButton } from '../ui/button';
import { Segmented } from '../ui/segmented';
import { SIZE_MAX, SIZE_MIN } from './brush';
import type { StageControl } from './mask-stage';
import styles from './mend.module.css';
import type { Mending, Pen, Tool } from './use-mending';
import { BUTTON_STEP } from './use-view';

const ICON = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const;
const TOOLS: readonly Tool[] = ['add', 'remove', 'brush', 'eraser'];

interface MaskToolsProps {
  pen: Pen;
  onPen: (pen: Pen) => void;
  mending: Mending;
  compares: boolean;
  comparesModel: boolean;
  onCompare: (compares: boolean) => void;
  stage: React.RefObject<StageControl | null>;
}

/** What is drawn with, and what helps to see. */
export function MaskTools({ pen, onPen, ...rest }: MaskToolsProps) {
  const { masks: texts } = useTexts();
  const paints = pen.tool === 'brush' || pen.tool === 'eraser';
  return (
    <div className={styles.tools}>
      <Segmented<Tool>
        label={texts.tool}
        value={pen.tool}
        options={TOOLS.map((value) => ({ value, label: texts.tools[value] }))}
        onChange={(tool) => onPen({ ...pen, tool })}
        className={styles.kinds}
      />
      {paints && <PenSettings pen={pen} onPen={onPen} />}
      <Actions {...rest} />
    </div>
  );
}

function PenSettings({ pen, onPen }: Pick<MaskToolsProps, 'pen' | 'onPen'>) {
  const { masks: texts } = useTexts();
  return (
    <div className={styles.settings}>
      <label className={styles.slider}>
        {texts.size}
        <input
          type="range"
          min={SIZE_MIN}
          max={SIZE_MAX}
          step={2}
          value={pen.size}
          aria-valuetext={texts.pixels(pen.size)}
          onChange={(event) => onPen({ ...pen, size: Number(event.target.value) })}
        />
      </label>
      <label className={styles.slider}>
        {texts.softness}
        <input
          type="range"
          min={0}
          max={1}
          step={0.05}
          value={pen.softness}
          aria-valuetext={texts.percent(pen.softness)}
          onChange={(event) => onPen({ ...pen, softness: Number(event.target.value) })}
        />
      </label>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={pen.followsEdges}
          onChange={(event) => onPen({ ...pen, followsEdges: event.target.checked })}
        />
        {texts.edges}
      </label>
    </div>
  );
}

function Actions({
  mending,
  compares,
  comparesModel,
  onCompare,
  stage,
}: Omit<MaskToolsProps, 'pen' | 'onPen'>) {
  const { masks: texts } = useTexts();
  const { mask } = mending;
  return (
    <div className={styles.actions}>
      <IconButton label={texts.undo} disabled={!mask.canUndo} onClick={mending.undo}>
        <Undo2 {...ICON} />
      </IconButton>
      <IconButton label={texts.redo} disabled={!mask.canRedo} onClick={mending.redo}>
        <Redo2 {...ICON} />
      </IconButton>
      <IconButton
        label={comparesModel ? texts.compareModel : texts.compareBefore}
        aria-pressed={compares}
        onClick={() => onCompare(!compares)}
      >
        <Eye {...ICON} />
      </IconButton>
      <IconButton label={texts.zoomOut} onClick={() => stage.current?.zoom(1 / BUTTON_STEP)}>
        <ZoomOut {...ICON} />
      </IconButton>
      <IconButton label={texts.zoomIn} onClick={() => stage.current?.zoom(BUTTON_STEP)}>
        <ZoomIn {...ICON} />
      </IconButton>
      <IconButton label={texts.whole} onClick={() => stage.current?.whole()}>
        <Maximize {...ICON} />
      </IconButton>
    </div>
  );
}
