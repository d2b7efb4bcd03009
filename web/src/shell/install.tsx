import { Download } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTexts } from '../i18n';
import { Button } from '../ui/button';

/** Of browsers that install pages by themselves; not in the types of the DOM. */
interface InstallPrompt extends Event {
  prompt: () => Promise<unknown>;
}

let offered: InstallPrompt | null = null;
const listeners = new Set<() => void>();

function set(offer: InstallPrompt | null): void {
  offered = offer;
  listeners.forEach((listener) => listener());
}

/** The offer comes once, early, and is kept until somebody looks for it in the settings. */
export function keepInstallOffer(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    set(event as InstallPrompt);
  });
  window.addEventListener('appinstalled', () => set(null));
}

/** How the studio becomes an app of this device; nothing where it is one or cannot be. */
export function Install() {
  const { install } = useTexts();
  const offer = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => offered,
  );
  if (offer !== null)
    return (
      <div>
        <Button onClick={() => void offer.prompt().then(() => set(null))}>
          <Download size={20} strokeWidth={1.75} aria-hidden />
          {install.action}
        </Button>
      </div>
    );
  return isIos() && !isInstalled() ? (
    <div>
      <h3>{install.action}</h3>
      <ol>
        {install.steps.map((step, place) => (
          <li key={step}>
            {place + 1}. {step}
          </li>
        ))}
      </ol>
    </div>
  ) : null;
}

function isInstalled(): boolean {
  return matchMedia('(display-mode: standalone)').matches;
}

/** iPads call themselves Macs; no Mac has a touch screen. */
function isIos(): boolean {
  const { userAgent, maxTouchPoints } = navigator;
  return /iPhone|iPad|iPod/.test(userAgent) || (userAgent.includes('Macintosh') && maxTouchPoints > 1);
}
