import { ImageOff } from 'lucide-react';
import { useRef, useState, type ComponentProps } from 'react';
import { objectOf } from '../api/links';
import { useTexts } from '../i18n';
import { classes } from './classes';
import styles from './linked-image.module.css';

interface LinkedImageProps extends ComponentProps<'img'> {
  src: string;
  alt: string;
  /** Asks for a new link; called once for each picture that does not come. */
  renew: () => Promise<void>;
}

/** A picture by a link that ends: renewed quietly once, and where that does not help, a sign instead of a broken picture. */
export function LinkedImage({ src, alt, renew, className, ...rest }: LinkedImageProps) {
  const { results } = useTexts();
  const renewed = useRef<string | null>(null);
  const [tries, setTries] = useState(0);
  const [broken, setBroken] = useState<string | null>(null);
  const fail = () => {
    if (renewed.current === objectOf(src)) {
      setBroken(src);
      return;
    }
    renewed.current = objectOf(src);
    renew().then(
      // The server gives the same link again while it is good; then it is the picture that is fetched once more.
      () => setTries((tries) => tries + 1),
      () => setBroken(src),
    );
  };
  if (broken === src)
    return (
      <span className={classes(styles.broken, className)} role="img" aria-label={alt || results.notLoaded}>
        <ImageOff size={20} strokeWidth={1.75} aria-hidden />
        {results.notLoaded}
      </span>
    );
  return (
    <img
      key={tries}
      src={src}
      alt={alt}
      className={className}
      // As it is asked for where its pixels are read: an answer without CORS in the cache would be refused there.
      crossOrigin="anonymous"
      onError={fail}
      onLoad={() => (renewed.current = null)}
      {...rest}
    />
  );
}
