import type { DropTally } from '../dropTally.js';
import type { DropReason, LeafId, Reading } from '../telemetry.js';
import type { NvmlFieldRow } from './field.js';
import type { NvmlFigures } from './snapshot.js';
import { NVML_SCALES } from './units.js';

/** A ratio this little above 1 is rounding and not worth a count. */
const HAIR = 1e-6;

/** Makes readings of figures, and counts what had to be clamped or left out. */
export class NvmlReader {
  clamped = 0;

  constructor(private readonly drops: DropTally) {}

  /** Readings of one board or leaf. Of several fields for one metric and labels the first that can be used counts. */
  read(rows: readonly NvmlFieldRow[], figures: NvmlFigures, at: LeafId): Reading[] {
    const found = new Map<string, Reading>();
    for (const row of rows) {
      const key = JSON.stringify([row.metric, row.labels]);
      const raw = figures[row.field];
      if (raw === undefined || found.has(key)) continue;
      const reason = refusalOf(raw, row);
      if (reason !== undefined) {
        this.drops.add(row.field, reason);
        continue;
      }
      const { metric, labels } = row;
      const value = this.valueOf(raw, row);
      found.set(key, { ...at, metric, value, ...(labels === undefined ? {} : { labels }) });
    }
    return [...found.values()];
  }

  private valueOf(raw: number, { unit }: NvmlFieldRow): number {
    const { times, over, ratio } = NVML_SCALES[unit];
    const value = (raw * times) / over;
    if (ratio !== true || value <= 1) return value;
    if (value > 1 + HAIR) this.clamped += 1;
    return 1;
  }
}

/** All bits set: what NVML writes for "not available", in 32 and 64 bits. Bytes and nanoseconds can truly be so many. */
const NOT_AVAILABLE_32 = 0xffffffff;
const NOT_AVAILABLE_64 = 2 ** 63;

function refusalOf(raw: number, { unit }: NvmlFieldRow): DropReason | undefined {
  if (!Number.isFinite(raw)) return 'not_a_number';
  const wide = unit === 'bytes' || unit === 'nanoseconds' || unit === 'millijoules';
  if (raw >= NOT_AVAILABLE_64 || (!wide && raw === NOT_AVAILABLE_32)) return 'blank';
  return raw < (NVML_SCALES[unit].lowest ?? 0) ? 'out_of_range' : undefined;
}
