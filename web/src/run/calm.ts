import { useEffect, useRef, useState } from 'react';

/** A text that follows another one without haste, for a voice that would else never stop. */
export function useCalm(text: string, ms: number): string {
  const [said, setSaid] = useState(text);
  const last = useRef(0);
  useEffect(() => {
    const timer = setTimeout(
      () => {
        last.current = Date.now();
        setSaid(text);
      },
      Math.max(0, last.current + ms - Date.now()),
    );
    return () => clearTimeout(timer);
  }, [text, ms]);
  return said;
}
