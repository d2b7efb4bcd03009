import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { accountQuery, queryClient, type Account } from '../api/queries';
import { en } from '../i18n/en';
import { ToastArea } from '../ui/toast';
import { useDiscard } from './discard';
import { draftFlow } from './draft';

/** What a PNG begins with; the number makes each another file. */
function png(name: string, number: number): File {
  return new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, number])], name);
}

function Page() {
  const discard = useDiscard();
  return (
    <>
      <button onClick={() => void discard()} />
      <ToastArea />
    </>
  );
}

let shown: HTMLElement;
const names = () => draftFlow.get().draft.photos.map(({ name }) => name);
const button = (text: string) =>
  [...shown.querySelectorAll('button')].find((one) => one.textContent === text);

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  queryClient.setQueryData(accountQuery.queryKey, { max_items_per_job: 10 } as Account);
  shown = document.createElement('div');
  act(() => createRoot(shown).render(<Page />));
  await draftFlow.add([png('one.png', 1), png('two.png', 2)]);
  await draftFlow.choosePreset('seller');
});

afterEach(async () => {
  await draftFlow.discard();
  vi.unstubAllGlobals();
});

async function discard(): Promise<void> {
  await act(() => Promise.resolve(button('')?.click()));
  await vi.waitFor(() => expect(shown.textContent).toContain(en.upload.discarded(2)));
  expect(names()).toEqual([]);
}

async function undo(count: number): Promise<void> {
  act(() => button(en.upload.undo)?.click());
  await vi.waitFor(() => expect(names()).toHaveLength(count));
}

test('what was discarded comes back in its order and as photos of its kind', async () => {
  await discard();
  await undo(2);

  expect(names()).toEqual(['one.png', 'two.png']);
  expect(draftFlow.get().draft.preset).toBe('seller');
});

test('what was added since stays, and nothing is there twice', async () => {
  await discard();
  await draftFlow.add([png('three.png', 3), png('two.png', 2)]);
  await undo(3);

  expect(names()).toEqual(['three.png', 'two.png', 'one.png']);
  expect(draftFlow.get().draft.preset).toBe('interior');
});
