import { useState } from 'react';
import { deleteAllPictures, forgetDeleted, type Deletion } from '../history/deletion';
import { useTexts } from '../i18n';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Notice, useProblem } from '../ui/notice';
import styles from './account.module.css';

/** Deletes the pictures of all sets that have ended, after a question, and says how far it is. */
export function DeleteAll() {
  const { deletion, common } = useTexts();
  const problem = useProblem();
  const [asking, setAsking] = useState(false);
  const [progress, setProgress] = useState<Deletion>();
  const [isOver, setOver] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const run = async () => {
    setAsking(false);
    setOver(false);
    setFailure(undefined);
    setProgress({ done: 0, failed: 0, total: 0, open: 0 });
    try {
      await deleteAllPictures(setProgress);
      setOver(true);
    } catch (reason) {
      setProgress(undefined);
      setFailure(reason);
    }
    await forgetDeleted();
  };
  const running = progress !== undefined && !isOver;
  return (
    <section className={styles.card}>
      <h2>{deletion.allTitle}</h2>
      <p className={styles.muted}>{deletion.allHint}</p>
      {running && (
        <progress
          className={styles.bar}
          value={progress.total === 0 ? undefined : progress.done + progress.failed}
          max={progress.total || undefined}
          aria-label={deletion.allTitle}
        />
      )}
      <p role="status" className={styles.said}>
        {running && progress.total > 0 && deletion.progress(progress.done + progress.failed, progress.total)}
        {isOver && progress && deletion.over(progress.done)}
        {isOver && progress && progress.open > 0 && ` ${deletion.left(progress.open)}`}
      </p>
      {isOver && progress && progress.failed > 0 && (
        <Notice kind="danger">
          <p>{deletion.failed(progress.failed)}</p>
        </Notice>
      )}
      {failure !== undefined && (
        <Notice kind="danger">
          <p>{problem(failure)}</p>
        </Notice>
      )}
      <div>
        <Button look="danger" disabled={running} onClick={() => setAsking(true)}>
          {deletion.all}
        </Button>
      </div>
      {asking && (
        <Dialog
          title={deletion.allTitle}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>{common.cancel}</Button>
              <Button look="danger" onClick={() => void run()}>
                {deletion.confirm}
              </Button>
            </>
          }
        >
          <p>{deletion.allText}</p>
        </Dialog>
      )}
    </section>
  );
}
