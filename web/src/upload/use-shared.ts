import { useEffect } from 'react';
import { useTexts } from '../i18n';
import { showToast } from '../ui/toast';
import { takeShared } from '../worker/shared';

/** Takes in what another app has shared with this one. */
export function useShared(onFiles: (files: File[]) => void): void {
  const { install } = useTexts();
  useEffect(() => {
    const shared = new URLSearchParams(location.search).get('shared');
    if (shared === null) return;
    history.replaceState(null, '', location.pathname);
    if (shared === 'missed') showToast({ text: install.missed });
    else void takeShared().then(onFiles, () => showToast({ text: install.missed }));
  }, [onFiles, install]);
}
