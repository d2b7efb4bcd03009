/** What file systems leave in folders besides what people put there. */
const LITTER = /^(\.|Thumbs\.db$|desktop\.ini$)/i;

/** The files of what was dropped or pasted, those of its folders too. */
export async function filesOf(data: DataTransfer | null): Promise<File[]> {
  if (data === null) return [];
  // The list is empty as soon as the event is over, so the entries are taken out at once.
  const items = Array.from(data.items).filter(({ kind }) => kind === 'file');
  const entries = items.map((item) => item.webkitGetAsEntry());
  const plain = Array.from(data.files);
  if (!entries.some((entry) => entry?.isDirectory)) return plain;
  const found: File[] = [];
  for (const entry of entries) if (entry !== null) found.push(...(await filesBelow(entry)));
  return found;
}

async function filesBelow(entry: FileSystemEntry): Promise<File[]> {
  if (LITTER.test(entry.name)) return [];
  if (isFile(entry)) return [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))];
  const found: File[] = [];
  for (const below of await entriesOf(entry as FileSystemDirectoryEntry))
    found.push(...(await filesBelow(below)));
  return found;
}

/** A folder tells its entries by hundreds, then none; in an order of its own. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) break;
    all.push(...some);
  }
  return all.sort((one, other) => one.name.localeCompare(other.name, undefined, { numeric: true }));
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}
