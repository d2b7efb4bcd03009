import { fetchLinked } from '../api/fetch-linked';
import { jobQuery, queryClient } from '../api/queries';
import { freshOf, type Picture } from './pictures';

/** Long enough for a browser to begin. */
const REVOKE_AFTER_MS = 10_000;

/** A result as a file, in full size. */
export async function fileOf(job: string, picture: Picture): Promise<File> {
  const link = () => freshOf(queryClient.getQueryData(jobQuery(job).queryKey), picture)?.output_url;
  const blob = await (await fetchLinked(job, link)).blob();
  const ending = blob.type.replace('image/', '');
  return new File([blob], `photo-${picture.idx + 1}-${picture.variant}.${ending}`, { type: blob.type });
}

/** Puts a file among the downloads; several in a row, which links to another host would not give. */
export function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), REVOKE_AFTER_MS);
}

/** Saves pictures one after the other, because a phone has no memory for all of them; says how many did not come. */
export async function saveAll(
  job: string,
  pictures: readonly Picture[],
  onSaved: (done: number) => void,
): Promise<number> {
  let failed = 0;
  for (const [i, picture] of pictures.entries()) {
    try {
      const file = await fileOf(job, picture);
      save(file, file.name);
    } catch {
      failed++;
    }
    onSaved(i + 1);
  }
  return failed;
}
