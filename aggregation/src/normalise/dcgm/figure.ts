import type { DropReason } from '../telemetry.js';
import type { DcgmField } from './field.js';
import type { Row } from './row.js';
import type { RowLabels } from './rowLabels.js';
import { isBlank } from './blank.js';
import { isRatioUnit, type KnownUnit, lowestOf, toSi } from './units.js';
import type { DropTally } from '../dropTally.js';

/** A row's number in the catalogue's unit. Ratios are not clamped yet. */
export interface Figure {
  readonly field: DcgmField;
  readonly rank: number;
  readonly unit: KnownUnit;
  readonly labels: RowLabels;
  readonly value: number;
}

/** The rows of fields that we read, as figures; those that tell nothing usable are dropped and counted. */
export function figuresOf(
  rows: readonly Row[],
  scaleOfUtil: 'percent' | 'ratio' | undefined,
  drops: DropTally,
): Figure[] {
  return rows.flatMap(({ sample, named, labels }) => {
    if (named === undefined) return [];
    const { field, rank } = named;
    const unit = named.unit === 'percent_or_ratio' ? scaleOfUtil : named.unit;
    const reason = unit === undefined ? 'undecidable_unit' : refusalOf(sample.value, unit);
    if (unit !== undefined && reason === undefined)
      return [{ field, rank, unit, labels, value: toSi(sample.value, unit) }];
    if (reason !== undefined) drops.add(field.field, reason);
    return [];
  });
}

function refusalOf(value: number, unit: KnownUnit): DropReason | undefined {
  if (Number.isNaN(value)) return 'not_a_number';
  if (isBlank(value, unit)) return 'blank';
  if (!Number.isFinite(value) || value < lowestOf(unit)) return 'out_of_range';
  return undefined;
}

/** A ratio this little above 1 is rounding and not worth a count. */
const HAIR = 1e-6;

/** Values as they are served: a ratio is at most 1, and how often that had to be enforced is counted. */
export class Clamp {
  clamped = 0;

  apply({ value, unit }: Figure): number {
    if (!isRatioUnit(unit) || value <= 1) return value;
    if (value > 1 + HAIR) this.clamped += 1;
    return 1;
  }
}
