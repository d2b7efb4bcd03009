import { useMutation } from '@tanstack/react-query';
import { useTexts } from '../i18n';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Notice, useProblem } from '../ui/notice';
import { deletePictures, forgetDeleted } from './deletion';

/** Asks before the pictures of a set are deleted: nothing brings them back. */
export function DeleteDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { deletion, common } = useTexts();
  const problem = useProblem();
  const remove = useMutation({
    mutationFn: () => deletePictures(id),
    onSuccess: onClose,
    onSettled: forgetDeleted,
  });
  return (
    <Dialog
      title={deletion.oneTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button look="danger" disabled={remove.isPending} onClick={() => remove.mutate()}>
            {deletion.confirm}
          </Button>
        </>
      }
    >
      <p>{deletion.text}</p>
      {remove.isError && (
        <Notice kind="danger">
          <p>{problem(remove.error)}</p>
        </Notice>
      )}
    </Dialog>
  );
}
