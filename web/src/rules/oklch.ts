import { fromHex, toLinear, type Rgb } from '../workspace/color';

/** A color by lightness (0 to 1), chroma (0 to about 0.37) and hue (degrees), as in CSS Color 4. */
export interface Oklch {
  l: number;
  c: number;
  h: number;
}

/** No color of sRGB has more. */
export const CHROMA_MAX = 0.33;
/** What rounding may leave outside. */
const GAMUT_TOLERANCE = 0.0005;
const HALVINGS = 18;
/** Below it a hue is noise. */
const GREY_CHROMA = 0.002;

type Linear = readonly [number, number, number];

export function toOklch(rgb: Rgb): Oklch {
  const [r, g, b] = rgb.map(toLinear) as [number, number, number];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const lightness = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  const c = Math.hypot(a, bb);
  return { l: lightness, c, h: c < GREY_CHROMA ? 0 : ((Math.atan2(bb, a) * 180) / Math.PI + 360) % 360 };
}

function linearOf({ l, c, h }: Oklch): Linear {
  const angle = (h * Math.PI) / 180;
  const a = c * Math.cos(angle);
  const b = c * Math.sin(angle);
  const ll = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const mm = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const ss = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * ll - 3.3077115913 * mm + 0.2309699292 * ss,
    -1.2684380046 * ll + 2.6097574011 * mm - 0.3413193965 * ss,
    -0.0041960863 * ll - 0.7034186147 * mm + 1.707614701 * ss,
  ];
}

export function isInGamut(color: Oklch): boolean {
  return linearOf(color).every((value) => value >= -GAMUT_TOLERANCE && value <= 1 + GAMUT_TOLERANCE);
}

/** The nearest color of the same lightness and hue that sRGB has: its chroma is what gives way. */
export function intoGamut(color: Oklch): Oklch {
  if (isInGamut(color)) return color;
  let inside = 0;
  let outside = color.c;
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (inside + outside) / 2;
    if (isInGamut({ ...color, c: middle })) inside = middle;
    else outside = middle;
  }
  return { ...color, c: inside };
}

export function hexOfOklch(color: Oklch): string {
  return hexOfLinear(linearOf(intoGamut(color)));
}

function hexOfLinear(linear: Linear): string {
  return toHex(linear.map(encode) as unknown as Rgb);
}

function encode(linear: number): number {
  const value = Math.min(1, Math.max(0, linear));
  return Math.round(255 * (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055));
}

export function toHex(rgb: Rgb): string {
  return `#${rgb.map((code) => Math.round(code).toString(16).padStart(2, '0')).join('')}`;
}

/** A color as people and rules write it, as #rrggbb: `#abc`, `abcdef`, `lab(L a b)`; null if it is none. */
export function hexOfText(text: string): string | null {
  const wanted = text.trim().toLowerCase();
  const short = /^#?([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(wanted);
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`;
  const hex = wanted.startsWith('#') ? wanted : `#${wanted}`;
  return fromHex(hex) === null ? hexOfLab(wanted) : hex;
}

const LAB = /^lab\(\s*([-+]?\d+(?:\.\d+)?)%?\s+([-+]?\d+(?:\.\d+)?)\s+([-+]?\d+(?:\.\d+)?)\s*\)$/;
/** D50, to which lab() of CSS refers. */
const WHITE = [0.9642956764, 1, 0.8251046025] as const;
const KAPPA = 24389 / 27;
const EPSILON = 216 / 24389;

function hexOfLab(text: string): string | null {
  const match = LAB.exec(text);
  if (match === null) return null;
  const [l = 0, a = 0, b = 0] = match.slice(1).map(Number);
  const fy = (l + 16) / 116;
  const cubed = (f: number) => (f ** 3 > EPSILON ? f ** 3 : (116 * f - 16) / KAPPA);
  const x = WHITE[0] * cubed(fy + a / 500);
  const y = WHITE[1] * (l > KAPPA * EPSILON ? fy ** 3 : l / KAPPA);
  const z = WHITE[2] * cubed(fy - b / 200);
  // From XYZ of D50 to linear sRGB: Bradford's adaptation and the primaries in one matrix (CSS Color 4, 18).
  return hexOfLinear([
    3.1341358 * x - 1.6173863 * y - 0.4906619 * z,
    -0.9787684 * x + 1.9161416 * y + 0.033454 * z,
    0.071945 * x - 0.2289914 * y + 1.4052427 * z,
  ]);
}
