import { useEffect, useState } from 'react';

/** Takes files that are dropped anywhere on the page or pasted. Says whether some are held over it. */
export function useIntake(onFiles: (files: File[]) => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const hold = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      take(event.dataTransfer, onFiles);
    };
    const paste = (event: ClipboardEvent) => take(event.clipboardData, onFiles);
    window.addEventListener('dragover', hold);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    window.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('dragover', hold);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
      window.removeEventListener('paste', paste);
    };
  }, [onFiles]);
  return over;
}

function take(data: DataTransfer | null, onFiles: (files: File[]) => void): void {
  const files = Array.from(data?.files ?? []);
  if (files.length > 0) onFiles(files);
}
