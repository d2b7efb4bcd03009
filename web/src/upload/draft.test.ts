import { afterEach, beforeEach, expect, test } from 'vitest';
import { accountQuery, queryClient, type Account } from '../api/queries';
import { draftFlow } from './draft';

/** What a PNG begins with; the number makes each another file. */
function png(name: string, number: number): File {
  return new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, number])], name);
}

const photos = () => draftFlow.get().draft.photos;
const names = () => photos().map(({ name }) => name);

beforeEach(() => queryClient.setQueryData(accountQuery.queryKey, { max_items_per_job: 10 } as Account));

afterEach(() => draftFlow.discard());

test('what is removed while others are read does not come back with them', async () => {
  await draftFlow.add([png('one.png', 1), png('two.png', 2)]);

  let removed = false;
  const stop = draftFlow.subscribe(() => {
    if (removed || draftFlow.get().reading?.done !== 1) return;
    removed = true;
    void draftFlow.remove(photos()[0]?.id ?? '');
  });
  await draftFlow.add([png('three.png', 3)]);
  stop();

  expect(names()).toEqual(['two.png', 'three.png']);
});
