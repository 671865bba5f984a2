import { groupBy } from '../../groupBy.js';
import type { DropTally } from '../dropTally.js';
import type { Figure } from './figure.js';
import { byId, byText } from '../order.js';
import { stepOf } from './units.js';

/** Which of many lines for one device speaks for the device, and which for single pods. */
export interface Pick {
  readonly device: Figure | undefined;
  readonly perPod: readonly Figure[];
}

const NOTHING: Pick = { device: undefined, perPod: [] };

/**
 * Reads the lines of one field for one leaf or board.
 *
 * - Under several names the preferred one wins; another is a duplicate if it differs by more than both units' rounding.
 * - A board's figure repeated on its instances: the board's own line, else that of the lowest instance; no duplicates.
 * - N equal copies, one per pod: one.
 * - One line without a pod and several with one, of a field that is measured per process: the device's, and the pods'.
 * - Differing lines with pods and none without: no line speaks for the device, so that all are duplicates.
 */
export function pick(lines: readonly Figure[], drops: DropTally): Pick {
  const ranks = [...groupBy(lines, ({ rank }) => rank)].sort(([a], [b]) => a - b);
  const picks = ranks.map(([, same]) => pickOfName(same, drops));
  const best = picks.find(({ device }) => device !== undefined) ?? NOTHING;
  for (const other of picks) {
    const differs =
      best.device !== undefined && other.device !== undefined && differ(best.device, other.device);
    if (differs) drops.add(best.device.field.field, 'duplicate');
  }
  return best;
}

function pickOfName(lines: readonly Figure[], drops: DropTally): Pick {
  const instance = [...lines].sort(byLine)[0]?.labels.gpuInstance;
  const own = lines.filter(({ labels }) => labels.gpuInstance === instance).sort(byLine);
  const [unnamed, named] = [
    own.filter(({ labels }) => labels.holder === undefined),
    own.filter(({ labels }) => labels.holder !== undefined),
  ];
  const device = unnamed[0] ?? named[0];
  if (device === undefined) return NOTHING;
  if (device.field.perPod === undefined) return { device: agreed(own, drops), perPod: [] };
  if (unnamed.length > 0) return { device: agreed(unnamed, drops), perPod: named };
  const differing = named.some(({ value }) => value !== device.value);
  if (!differing) return { device, perPod: [] };
  drops.add(device.field.field, 'duplicate', named.length);
  return NOTHING;
}

/** The first of lines that should be copies; those that are not are counted. */
function agreed(copies: readonly Figure[], drops: DropTally): Figure | undefined {
  const [first] = copies;
  if (first === undefined) return undefined;
  const others = copies.filter(({ value }) => value !== first.value).length;
  drops.add(first.field.field, 'duplicate', others);
  return first;
}

function differ(a: Figure, b: Figure): boolean {
  if (a === b) return false;
  const slack = a.unit === b.unit ? 0 : Math.max(stepOf(a.unit), stepOf(b.unit));
  return Math.abs(a.value - b.value) > slack;
}

/** The board's own lines, then by instance; then whatever makes the order independent of the text's. */
const byLine = (a: Figure, b: Figure): number =>
  byId(a.labels.gpuInstance, b.labels.gpuInstance) ||
  a.value - b.value ||
  byText(a.labels.holder?.pod ?? '', b.labels.holder?.pod ?? '');
