import { useRef, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useTexts } from '../i18n';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { dropStrokes, keep, type MaskPlace } from './draft';
import { MaskHead } from './mask-head';
import type { Box } from './mask-document';
import { MaskStage, type StageControl } from './mask-stage';
import { MaskTools } from './mask-tools';
import styles from './mend.module.css';
import { maskChanged, saveMask, stepBack } from './own-mask';
import { SaveProblem } from './save-problem';
import { useKeys } from './use-keys';
import { useMending, type Pen } from './use-mending';

/** A mask as it was found when it was opened. */
export interface OpenedMask {
  /** In use. */
  levels: Uint8Array;
  /** 0: the model's. */
  version: number;
  /** The model's, where this browser knows it. */
  model: Uint8Array | undefined;
  /** Of an earlier visit, not saved. */
  strokes: Uint8Array | undefined;
}

interface MaskEditorProps {
  place: MaskPlace;
  label: string;
  photo: ImageData;
  opened: OpenedMask;
  onClose: () => void;
}

const USUAL: Pen = { tool: 'add', size: 60, softness: 0.2, followsEdges: true };

export function MaskEditor({ place, label, photo, opened, onClose }: MaskEditorProps) {
  const { masks: texts } = useTexts();
  const [pen, setPen] = useState(USUAL);
  const [compares, setCompares] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const [said, setSaid] = useState(opened.strokes === undefined ? '' : texts.back);
  const stage = useRef<StageControl>(null);
  const [levels] = useState(() => (opened.strokes ?? opened.levels).slice());
  const mending = useMending(place, photo, levels, (box: Box) => stage.current?.draw(box));
  const isChanged = opened.strokes !== undefined || mending.mask.canUndo;
  const settled = async (version: number) => {
    mending.keeping.forget();
    await keep(place, { version });
    await dropStrokes(place);
    await maskChanged(place);
    onClose();
  };
  const save = useMutation({
    mutationFn: async () => saveMask(place, await mending.png()),
    onSuccess: settled,
  });
  const back = useMutation({ mutationFn: () => stepBack(place), onSuccess: settled });
  const leave = () => (isChanged ? setLeaving(true) : onClose());
  const discard = async () => {
    mending.keeping.forget();
    await dropStrokes(place);
    onClose();
  };
  const onKeyDown = useKeys({ pen, setPen, mending, stage, leave, compare: () => setCompares(!compares) });
  return (
    // Keys that work wherever the focus is; each has a button too.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.editor} onKeyDown={onKeyDown}>
      <MaskHead
        label={label}
        version={opened.version}
        isChanged={isChanged}
        isBusy={save.isPending || back.isPending}
        onBack={() => back.mutate()}
        onSave={() => save.mutate()}
        onLeave={leave}
      />
      <MaskStage
        ref={stage}
        label={label}
        photo={photo}
        mending={mending}
        pen={pen}
        compared={compares ? (opened.model ?? opened.levels) : null}
        onSaid={setSaid}
      />
      <p className={styles.said} role="status">
        {said === '' ? texts.hint[pen.tool] : said}
      </p>
      <SaveProblem failure={save.error ?? back.error} onRetry={() => (save.isError ? save : back).mutate()} />
      <MaskTools
        pen={pen}
        onPen={(next) => {
          setPen(next);
          setSaid('');
        }}
        mending={mending}
        compares={compares}
        comparesModel={opened.model !== undefined}
        onCompare={setCompares}
        stage={stage}
      />
      {leaving && (
        <Dialog
          title={texts.leaveTitle}
          onClose={() => setLeaving(false)}
          actions={
            <>
              <Button look="danger" onClick={() => void discard()}>
                {texts.leaveDiscard}
              </Button>
              <Button look="primary" onClick={() => setLeaving(false)}>
                {texts.leaveStay}
              </Button>
            </>
          }
        >
          <p>{texts.leaveText}</p>
        </Dialog>
      )}
    </div>
  );
}
