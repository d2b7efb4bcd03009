import { useEffect, useState } from 'react';
import type { Item } from '../api/queries';
import { Help } from './help';
import { useKeys, useKeysEnabled } from './keys';
import { useOverlaySettings } from './overlay-settings';
import { Pointing } from './pointing';
import { useSheet } from './sheet';

/** How the album is looked at, which is not part of its rule: what is pointed at, what lies over the photo, and keys. */
export function useLooking(photos: readonly Item[], idx: number, onPhoto: (idx: number) => void) {
  const [pointing] = useState(() => new Pointing());
  const [overlay, changeOverlay] = useOverlaySettings();
  const [keys, setKeys] = useKeysEnabled();
  const [helping, setHelping] = useState(false);
  const [sheet, setSheet] = useSheet();
  useEffect(() => pointing.clear(), [pointing, idx]);
  const onTurn = (direction: 1 | -1) => {
    const next = photos[photos.findIndex((item) => item.idx === idx) + direction];
    if (next !== undefined) onPhoto(next.idx);
  };
  const openHelp = () => setHelping(true);
  useKeys(
    {
      '[': () => onTurn(-1),
      ']': () => onTurn(1),
      KeyH: () => changeOverlay({ shown: !overlay.shown }),
      KeyP: () => changeOverlay({ onlyProtected: !overlay.onlyProtected, shown: true }),
      '?': openHelp,
    },
    keys,
  );
  const help = helping && <Help keys={keys} onKeys={setKeys} onClose={() => setHelping(false)} />;
  return { sheet, setSheet, openHelp, help, stage: { pointing, overlay, changeOverlay, keys, onTurn } };
}
