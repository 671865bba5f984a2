import { BOARD_FIELDS } from './boardFields.js';
import type { DcgmField, SourceUnit } from './field.js';
import { HEALTH_FIELDS } from './healthFields.js';
import { LEAF_FIELDS } from './leafFields.js';
import { CLOCK_EVENTS_FIELD, XID_FIELD } from './stateFields.js';
import { THROTTLE_FIELDS } from './throttleFields.js';

/**
 * THE table of DCGM fields that we read.
 *
 * Fields that are declared counters and are none (NVLINK_BANDWIDTH_TOTAL, the sliding windows DCGM_EXP_*) are left out
 * on purpose: they stand in stock counters files, so that counting them as drops would be noise in every cycle.
 */
export const DCGM_FIELDS: readonly DcgmField[] = [
  ...LEAF_FIELDS,
  ...BOARD_FIELDS,
  ...THROTTLE_FIELDS,
  XID_FIELD,
  CLOCK_EVENTS_FIELD,
  ...HEALTH_FIELDS,
];

/** A field under one of its names. */
export interface NamedField {
  readonly field: DcgmField;
  readonly unit: SourceUnit;
  /** 0 for the preferred name. */
  readonly rank: number;
}

const BY_NAME: ReadonlyMap<string, NamedField> = new Map(
  DCGM_FIELDS.flatMap((field) =>
    Object.entries(field.names).map(([name, unit], rank) => [name, { field, unit, rank }] as const),
  ),
);

/** The field that a metric name stands for; undefined for those that we do not read. */
export const fieldNamed = (name: string): NamedField | undefined => BY_NAME.get(name);

/** Whether a metric comes from dcgm-exporter; 1.x wrote lower case. */
export const isDcgmName = (name: string): boolean => /^(?:DCGM|dcgm)_/.test(name);

/** A name as Telemetry.fields has it: the old spelling without `DCGM_FI_` where we know it. */
export const canonicalField = (name: string): string =>
  BY_NAME.get(name)?.field.field ?? name.replace(/^DCGM_FI_/, '');
