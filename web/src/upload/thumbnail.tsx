import { ImageOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTexts } from '../i18n';
import { thumbnailOf } from '../ui/thumbnails';
import styles from './upload.module.css';

/** A small picture of a file that lies on this device. */
export function Thumbnail({ file, name }: { file: Blob; name: string }) {
  const { upload } = useTexts();
  const [url, setUrl] = useState<string | null>();
  useEffect(() => {
    let wanted = true;
    void thumbnailOf(file).then((made) => wanted && setUrl(made));
    return () => {
      wanted = false;
    };
  }, [file]);
  if (url === null)
    return (
      <div className={styles.unseen}>
        <ImageOff size={20} strokeWidth={1.75} aria-hidden />
        <span>{name}</span>
        <span className="visually-hidden">{upload.noPreview}</span>
      </div>
    );
  return url === undefined ? (
    <div className={styles.thumbnail} role="img" aria-label={name} />
  ) : (
    <img className={styles.thumbnail} src={url} alt={name} decoding="async" />
  );
}
