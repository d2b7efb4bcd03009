import { ImagePlus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { useTexts } from '../i18n';
import { filesOf } from './dropped';
import { draftFlow } from './draft';
import styles from './upload.module.css';

/** Takes photos and folders that are dropped or pasted on whatever page is open, and leads to the album that they join. */
export function Intake() {
  const { upload } = useTexts();
  const [path, navigate] = useLocation();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const take = async (data: DataTransfer | null) => {
      const files = await filesOf(data);
      if (files.length === 0) return;
      navigate('/');
      await draftFlow.add(files);
    };
    const hold = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      void take(event.dataTransfer);
    };
    const paste = (event: ClipboardEvent) => {
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
      void take(event.clipboardData);
    };
    window.addEventListener('dragover', hold, { signal });
    window.addEventListener('dragleave', leave, { signal });
    window.addEventListener('drop', drop, { signal });
    window.addEventListener('paste', paste, { signal });
    return () => listening.abort();
  }, [navigate]);
  if (!over) return null;
  return (
    <div className={styles.over} role="status">
      <ImagePlus size={32} strokeWidth={1.75} aria-hidden />
      <p>{path.startsWith('/studio/jobs/') ? upload.dropNew : upload.dropNow}</p>
    </div>
  );
}
