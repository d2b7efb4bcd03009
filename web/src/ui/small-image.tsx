import { useEffect, useRef, useState } from 'react';
import { objectOf } from '../api/links';
import { send } from '../api/send';
import { classes } from './classes';
import { LinkedImage } from './linked-image';
import styles from './linked-image.module.css';
import { shrink } from './thumbnails';

/** Of what will be scrolled to next. */
const NEAR = '300px';

interface SmallImageProps {
  src: string;
  /** Empty where what it stands in says it. */
  alt: string;
  /** Pixels: twice what it is on the screen, for fine ones. */
  width: number;
  className?: string | undefined;
  renew: () => Promise<void>;
}

/**
 * One of many pictures that are shown small, made of the large one when it comes near: two hundred at the size of a view
 * are half a gigabyte.
 */
export function SmallImage({ src, alt, width, className, renew }: SmallImageProps) {
  const place = useRef<HTMLSpanElement>(null);
  const [near, setNear] = useState(false);
  const small = useSmall(src, width, near);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const observer = new IntersectionObserver(
      (seen) => {
        if (seen.some((one) => one.isIntersecting)) setNear(true);
      },
      { rootMargin: NEAR },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  if (small === null) return <LinkedImage src={src} alt={alt} className={className} renew={renew} />;
  if (small === undefined)
    return (
      <span
        ref={place}
        className={classes(styles.coming, className)}
        {...(alt && { role: 'img', 'aria-label': alt })}
      />
    );
  return <img src={small} alt={alt} className={className} />;
}

/** The address of the small picture; undefined until there is one, null where there will be none. */
function useSmall(src: string, width: number, near: boolean): string | null | undefined {
  const [made, setMade] = useState<{ of: string; url: string | null } | null>(null);
  const link = useRef(src);
  useEffect(() => {
    link.current = src;
  });
  const object = objectOf(src);
  useEffect(() => {
    if (!near) return;
    const leaving = new AbortController();
    let url: string | null = null;
    void smallOf(link.current, width, leaving.signal).then((blob) => {
      if (leaving.signal.aborted) return;
      url = blob && URL.createObjectURL(blob);
      setMade({ of: object, url });
    });
    return () => {
      leaving.abort();
      if (url !== null) URL.revokeObjectURL(url);
    };
  }, [object, width, near]);
  return made?.of === object ? made.url : undefined;
}

async function smallOf(url: string, width: number, signal: AbortSignal): Promise<Blob | null> {
  try {
    const response = await send(url, { signal });
    return response?.ok === true ? await shrink(await response.blob(), width) : null;
  } catch {
    return null;
  }
}
