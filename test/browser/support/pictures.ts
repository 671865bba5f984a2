import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** How far two pictures are apart. */
export interface Difference {
  /** Part of the pixels that differ by more than anti-aliasing does, 0 to 1; 1 where the sizes differ. */
  readonly share: number;
  /** The differing pixels in red, as PNG; absent where the sizes differ. */
  readonly picture?: Buffer;
}

/** Fonts are drawn a little differently by every release of the libraries below Chromium. */
const THRESHOLD = 0.15;

/** Compares two PNGs pixel by pixel. */
export function compare(one: Buffer, other: Buffer): Difference {
  const [a, b] = [PNG.sync.read(one), PNG.sync.read(other)];
  if (a.width !== b.width || a.height !== b.height) return { share: 1 };
  const difference = new PNG({ width: a.width, height: a.height });
  const count = pixelmatch(a.data, b.data, difference.data, a.width, a.height, {
    threshold: THRESHOLD,
  });
  return { share: count / (a.width * a.height), picture: PNG.sync.write(difference) };
}

const KEPT = join(__dirname, '..', 'pictures');
const UNLIKE = join(__dirname, '..', '..', '..', 'node_modules/.cache/gpuscope/pictures');

/** Part of a picture that may differ. */
const TOLERANCE = 0.01;

function keep(file: string, picture: Buffer): string {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, picture);
  return file;
}

/**
 * Compares a picture with the one that is kept under its name; `GPUSCOPE_UPDATE_PICTURES=1` keeps it instead.
 *
 * @returns nothing when they are alike, else a line that says how far apart they are and where to look
 */
export function unlikeKept(name: string, picture: Buffer): string | undefined {
  const kept = join(KEPT, `${name}.png`);
  if (process.env.GPUSCOPE_UPDATE_PICTURES === '1') {
    keep(kept, picture);
    return undefined;
  }
  const seen = join(UNLIKE, `${name}.png`);
  if (!existsSync(kept)) return `no picture ${kept} is kept; this is ${keep(seen, picture)}`;
  const { share, picture: difference } = compare(readFileSync(kept), picture);
  if (share <= TOLERANCE) return undefined;
  if (difference !== undefined) keep(join(UNLIKE, `${name}-difference.png`), difference);
  const percent = (share * 100).toFixed(1);
  return `${percent} % of ${name} differ from ${kept}; this is ${keep(seen, picture)}`;
}
