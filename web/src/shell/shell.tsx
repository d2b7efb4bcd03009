import { Images, Palette, Plus, Settings, Tag } from 'lucide-react';
import { useEffect, useRef, useSyncExternalStore, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useTexts } from '../i18n';
import { ToastArea } from '../ui/toast';
import styles from './shell.module.css';
import { UpdatePrompt } from './update-prompt';

const ICON = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const;

/** Navigation around a page: a rail on a desk, a bar at the thumb on a phone. */
export function Shell({ children }: { children: ReactNode }) {
  const texts = useTexts();
  const online = useOnline();
  const main = useFocusOnNavigation();
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        {texts.common.skip}
      </a>
      <Navigation />
      <div role="status">{!online && <p className={styles.offline}>{texts.offline}</p>}</div>
      <main id="main" className={styles.main} ref={main} tabIndex={-1}>
        {children}
      </main>
      <ToastArea>
        <UpdatePrompt />
      </ToastArea>
    </div>
  );
}

function Navigation() {
  const { nav } = useTexts();
  const [path] = useLocation();
  const places = [
    { href: '/', label: nav.home, icon: <Plus {...ICON} /> },
    { href: '/studio/history', label: nav.history, icon: <Images {...ICON} /> },
    { href: '/studio/rules', label: nav.rules, icon: <Palette {...ICON} /> },
    { href: '/studio/pricing', label: nav.pricing, icon: <Tag {...ICON} /> },
    { href: '/studio/settings', label: nav.settings, icon: <Settings {...ICON} /> },
  ];
  return (
    <nav className={styles.nav} aria-label={nav.label}>
      <Link href="/" className={styles.brand} aria-label="Photoset">
        <img src="/favicon.svg" alt="" width="32" height="32" />
      </Link>
      <ul>
        {places.map(({ href, label, icon }) => (
          <li key={href}>
            <Link href={href} aria-current={path === href ? 'page' : undefined}>
              {icon}
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Who hears the page instead of seeing it is taken along when another one comes. */
function useFocusOnNavigation() {
  const main = useRef<HTMLElement>(null);
  const [path] = useLocation();
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [path]);
  return main;
}

function useOnline(): boolean {
  return useSyncExternalStore(
    (changed) => {
      window.addEventListener('online', changed);
      window.addEventListener('offline', changed);
      return () => {
        window.removeEventListener('online', changed);
        window.removeEventListener('offline', changed);
      };
    },
    () => navigator.onLine,
  );
}
