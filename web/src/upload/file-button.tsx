import { useRef, type ReactNode } from 'react';
import { Button, type Look } from '../ui/button';
import { ACCEPTED } from '../ui/photo-type';

interface FileButtonProps {
  onFiles: (files: File[]) => void;
  children: ReactNode;
  look?: Look;
  large?: boolean;
  /** Asks a phone for its camera instead of its gallery. */
  camera?: boolean;
  className?: string | undefined;
}

/** Opens the picker of the device. */
export function FileButton({ onFiles, children, look, large, camera = false, className }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        {...(look === undefined ? {} : { look })}
        {...(large === undefined ? {} : { large })}
        className={className}
        onClick={() => input.current?.click()}
      >
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple={!camera}
        accept={ACCEPTED}
        {...(camera ? { capture: 'environment' as const } : {})}
        onChange={(event) => {
          onFiles(Array.from(event.target.files ?? []));
          event.target.value = '';
        }}
      />
    </>
  );
}
