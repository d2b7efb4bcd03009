import { useTexts } from '../i18n';
import { showToast } from '../ui/toast';
import { draftFlow } from './draft';
import type { Draft } from './draft-store';

/** Discards the draft at once, and says so with the way back. */
export function useDiscard(): () => Promise<void> {
  const { upload } = useTexts();
  return async () => {
    const { draft } = draftFlow.get();
    await draftFlow.discard();
    showToast({
      text: upload.discarded(draft.photos.length),
      action: { label: upload.undo, run: () => void restore(draft) },
    });
  };
}

/** As if its photos were picked again: what was added since stays, and no more are taken than the plan allows. */
async function restore({ preset, photos }: Draft): Promise<void> {
  const files = photos.map(({ file, name, type }) => new File([file], name, { type }));
  if (draftFlow.get().draft.photos.length === 0) await draftFlow.choosePreset(preset);
  await draftFlow.add(files);
}
