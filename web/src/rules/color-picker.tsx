import { ChevronDown, ImageDown, Pipette } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTexts } from '../i18n';
import { Button, IconButton } from '../ui/button';
import { fromHex } from '../workspace/color';
import { CHROMA_MAX, hexOfOklch, hexOfText, isInGamut, toOklch, type Oklch } from './oklch';
import { probePhoto, useProbing } from './photo-probe';
import styles from './picker.module.css';
import { rememberColor, useRecentColors } from './recent-colors';

const ICON = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const;
/** A color on which one stays so long was meant, and did not only pass by. */
const MEANT_AFTER_MS = 1200;

/** On a phone they open below what can be seen. */
function bringIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}

interface ColorPickerProps {
  label: string;
  hex: string;
  onChange: (hex: string) => void;
  /** While a slider moves; `onChange` is not called for it. */
  onDrag: (hex: string) => void;
}

/** Not in every browser, and not in the types of the language yet. */
interface ScreenPicker {
  open: () => Promise<{ sRGBHex: string }>;
}

/** A color of one's own: by number, by lightness, chroma and hue, from the screen or from the photo. */
export function ColorPicker({ label, hex, onChange, onDrag }: ColorPickerProps) {
  const { picker } = useTexts();
  const [open, setOpen] = useState(false);
  const pick = (next: string) => {
    rememberColor(next);
    onChange(next);
  };
  return (
    <div className={styles.picker} role="group" aria-label={label}>
      <div className={styles.row}>
        <button
          type="button"
          className={styles.current}
          aria-expanded={open}
          aria-label={picker.open}
          title={picker.open}
          onClick={() => setOpen(!open)}
        >
          <span style={{ background: hex }} aria-hidden />
          <ChevronDown {...ICON} />
        </button>
        <HexField hex={hex} onChange={pick} />
        <Droppers onPick={pick} />
      </div>
      {open && <Sliders hex={hex} onChange={onDrag} />}
      <Recent hex={hex} onPick={onChange} />
    </div>
  );
}

function HexField({ hex, onChange }: { hex: string; onChange: (hex: string) => void }) {
  const { picker } = useTexts();
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && hexOfText(typed) === null;
  return (
    <label className={styles.hex}>
      <input
        aria-label={picker.hex}
        aria-invalid={wrong}
        spellCheck={false}
        autoComplete="off"
        maxLength={40}
        value={typed ?? hex}
        onChange={({ target: { value } }) => {
          setTyped(value);
          const next = hexOfText(value);
          // Three digits are on the way to six.
          if (next !== null && value.replace('#', '').length !== 3) onChange(next);
        }}
        onBlur={() => {
          const next = typed === null ? null : hexOfText(typed);
          if (next !== null && next !== hex) onChange(next);
          setTyped(null);
        }}
      />
      <span className={styles.small} role="status">
        {wrong && typed.length > 6 && picker.wrong}
      </span>
    </label>
  );
}

function Droppers({ onPick }: { onPick: (hex: string) => void }) {
  const { picker } = useTexts();
  const probing = useProbing() !== null;
  useEffect(() => () => probePhoto(null), []);
  const Screen = (window as unknown as { EyeDropper?: new () => ScreenPicker }).EyeDropper;
  return (
    <>
      {Screen !== undefined && (
        <IconButton
          label={picker.screen}
          // Whoever leaves it with Escape wants no color.
          onClick={() =>
            void new Screen().open().then(
              ({ sRGBHex }) => onPick(sRGBHex),
              () => undefined,
            )
          }
        >
          <Pipette {...ICON} />
        </IconButton>
      )}
      <IconButton
        label={picker.photo}
        aria-pressed={probing}
        onClick={() => probePhoto(probing ? null : onPick)}
      >
        <ImageDown {...ICON} />
      </IconButton>
      {probing && (
        <p className={styles.tap} role="status">
          {picker.tap}
        </p>
      )}
    </>
  );
}

const AXES = [
  { axis: 'l', name: 'lightness', max: 1, step: 0.01 },
  { axis: 'c', name: 'chroma', max: CHROMA_MAX, step: 0.005 },
  { axis: 'h', name: 'hue', max: 360, step: 1 },
] as const;

function Sliders({ hex, onChange }: { hex: string; onChange: (hex: string) => void }) {
  const { picker } = useTexts();
  // What was asked for may be beyond sRGB, and a grey forgets its hue: the sliders stay where they were put.
  const [asked, setAsked] = useState<Oklch>(() => toOklch(fromHex(hex) ?? [255, 255, 255]));
  const color = hexOfOklch(asked) === hex ? asked : toOklch(fromHex(hex) ?? [255, 255, 255]);
  useEffect(() => {
    const timer = setTimeout(() => rememberColor(hex), MEANT_AFTER_MS);
    return () => clearTimeout(timer);
  }, [hex]);
  const move = (next: Oklch) => {
    setAsked(next);
    onChange(hexOfOklch(next));
  };
  return (
    <div ref={bringIntoView} className={styles.sliders}>
      {AXES.map(({ axis, name, max, step }) => (
        <label key={axis} className={styles.slider}>
          <span>
            {picker[name]}
            <output>{shareOf(color, axis, max)}</output>
          </span>
          <input
            type="range"
            aria-label={picker[name]}
            aria-valuetext={shareOf(color, axis, max)}
            min={0}
            max={max}
            step={step}
            value={color[axis]}
            style={{ background: trackOf(color, axis, max) }}
            onChange={(event) => move({ ...color, [axis]: Number(event.target.value) })}
          />
        </label>
      ))}
      <p className={styles.small} role="status">
        {!isInGamut(color) && picker.clipped}
      </p>
    </div>
  );
}

function shareOf(color: Oklch, axis: keyof Oklch, max: number): string {
  return axis === 'h' ? `${Math.round(color.h)}°` : `${Math.round((color[axis] / max) * 100)} %`;
}

const TRACK_STOPS = 12;

/** What the slider leads to, at each of its places. */
function trackOf(color: Oklch, axis: keyof Oklch, max: number): string {
  const stops = Array.from({ length: TRACK_STOPS + 1 }, (_, i) =>
    hexOfOklch({ ...color, [axis]: (max * i) / TRACK_STOPS }),
  );
  return `linear-gradient(to right, ${stops.join(', ')})`;
}

function Recent({ hex, onPick }: { hex: string; onPick: (hex: string) => void }) {
  const { picker } = useTexts();
  const colors = useRecentColors();
  if (colors.length === 0) return null;
  return (
    <div className={styles.recent} role="group" aria-label={picker.recent}>
      {colors.map((color) => (
        <Button
          key={color}
          look="quiet"
          aria-label={color}
          title={color}
          aria-pressed={color === hex}
          onClick={() => onPick(color)}
        >
          <span style={{ background: color }} aria-hidden />
        </Button>
      ))}
    </div>
  );
}
