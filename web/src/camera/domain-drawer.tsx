import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { Link } from 'wouter';
import { presetsQuery } from '../api/queries';
import { useTexts } from '../i18n';
import { useSetting } from '../shell/preferences';
import { IconButton } from '../ui/button';
import { Failed, Skeleton } from '../ui/notice';
import { useChoice } from './choice';
import styles from './camera.module.css';

interface DomainDrawerProps {
  onClose: () => void;
  onPick: (id: string, name: string) => void;
}

/** The domains to choose from, and the way to the other places. */
export function DomainDrawer({ onClose, onPick }: DomainDrawerProps) {
  const { camera, common } = useTexts();
  const title = useId();
  const drawer = useRef<HTMLDialogElement>(null);
  // Strict mode mounts twice: by the time the first close is told, it is open again.
  useEffect(() => {
    const shown = drawer.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={drawer}
      className={styles.drawer}
      aria-labelledby={title}
      onClose={() => drawer.current?.open === true || onClose()}
    >
      <div className={styles.drawerHead}>
        <h2 id={title}>{camera.choose}</h2>
        <IconButton label={common.close} onClick={onClose}>
          <X size={20} strokeWidth={1.75} aria-hidden />
        </IconButton>
      </div>
      <Domains onPick={onPick} />
      <Places />
    </dialog>
  );
}

function Domains({ onPick }: Pick<DomainDrawerProps, 'onPick'>) {
  const { camera } = useTexts();
  const [language] = useSetting('language');
  const { preset } = useChoice();
  const presets = useQuery(presetsQuery(language));
  if (presets.isError) return <Failed failure={presets.error} onRetry={() => void presets.refetch()} />;
  if (presets.data === undefined) return <Skeleton height={96} />;
  return (
    <ul className={styles.domains} aria-label={camera.domains}>
      {presets.data.map(({ id, name }) => (
        <li key={id}>
          <button type="button" aria-pressed={id === preset} onClick={() => onPick(id, name)}>
            {name}
          </button>
        </li>
      ))}
    </ul>
  );
}

function Places() {
  const { nav, camera } = useTexts();
  const places = [
    { href: '/studio/history', label: nav.history },
    { href: '/studio/rules', label: nav.rules },
    { href: '/studio/pricing', label: nav.pricing },
    { href: '/studio/settings', label: nav.settings },
  ];
  return (
    <nav aria-label={camera.places} className={styles.places}>
      {places.map(({ href, label }) => (
        <Link key={href} href={href}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
