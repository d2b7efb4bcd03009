import { ImageOff } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../i18n';
import styles from './upload.module.css';

const WIDTH = 320;

/** Large photos take hundreds of megabytes while they are decoded; one at a time. */
let queue: Promise<unknown> = Promise.resolve();

function decoded(file: Blob): Promise<ImageBitmap> {
  const next = queue.then(() =>
    createImageBitmap(file, { resizeWidth: WIDTH, resizeQuality: 'medium', imageOrientation: 'from-image' }),
  );
  queue = next.catch(() => undefined);
  return next;
}

/** A small picture of a file that lies on this device. */
export function Thumbnail({ file, name }: { file: Blob; name: string }) {
  const { upload } = useTexts();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [unseen, setUnseen] = useState(false);
  useEffect(() => {
    let wanted = true;
    decoded(file).then(
      (bitmap) => {
        const drawn = canvas.current;
        if (wanted && drawn !== null) {
          drawn.width = bitmap.width;
          drawn.height = bitmap.height;
          drawn.getContext('2d')?.drawImage(bitmap, 0, 0);
        }
        bitmap.close();
      },
      () => wanted && setUnseen(true),
    );
    return () => {
      wanted = false;
    };
  }, [file]);
  if (unseen)
    return (
      <div className={styles.unseen}>
        <ImageOff size={20} strokeWidth={1.75} aria-hidden />
        <span>{name}</span>
        <span className="visually-hidden">{upload.noPreview}</span>
      </div>
    );
  return <canvas ref={canvas} className={styles.thumbnail} role="img" aria-label={name} />;
}
