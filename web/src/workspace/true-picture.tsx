import { useEffect, useRef } from 'react';
import styles from './stage.module.css';

/** Over the draft, whose place it takes. */
export function TruePicture({ picture }: { picture: ImageBitmap }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => canvas.current?.getContext('2d')?.drawImage(picture, 0, 0), [picture]);
  return (
    <canvas
      ref={canvas}
      className={styles.overlay}
      width={picture.width}
      height={picture.height}
      aria-hidden
    />
  );
}
