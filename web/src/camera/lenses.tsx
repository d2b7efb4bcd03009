import { SwitchCamera, Zap, ZapOff } from 'lucide-react';
import { useTexts } from '../i18n';
import { IconButton } from '../ui/button';
import type { CameraFlow, CameraState } from './camera-flow';
import styles from './camera.module.css';

const ICON = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const;

/** Light, side and lens, as far as the device has a choice. */
export function Lenses({ state, flow }: { state: CameraState; flow: CameraFlow }) {
  const { camera } = useTexts();
  if (state.is !== 'live') return null;
  const { lenses, lighting, light, track } = state;
  const nextLight = lighting.modes[(lighting.modes.indexOf(light) + 1) % lighting.modes.length];
  return (
    <div className={styles.lenses}>
      {nextLight !== undefined && (
        <IconButton label={camera.light[light]} onClick={() => void flow.setLight(nextLight)}>
          {light === 'off' ? <ZapOff {...ICON} /> : <Zap {...ICON} />}
          {light === 'auto' && <span aria-hidden>A</span>}
        </IconButton>
      )}
      {lenses.length > 1 && (
        <>
          <select
            aria-label={camera.lens}
            value={track.getSettings().deviceId ?? ''}
            onChange={(event) => void flow.choose(event.target.value)}
          >
            {lenses.map(({ id, label }, place) => (
              <option key={id} value={id}>
                {label === '' ? camera.lensNumber(place + 1) : label}
              </option>
            ))}
          </select>
          <IconButton label={camera.flip} onClick={() => void flow.flip()}>
            <SwitchCamera {...ICON} />
          </IconButton>
        </>
      )}
    </div>
  );
}
