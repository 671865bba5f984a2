import type { NvmlBoardField, NvmlFigures } from '@gpuscope/aggregation';
import type { NvmlHandle, NvmlLibrary } from '../library/library.js';
import { FIELD, POLICY } from './constants.js';
import { readFields } from './fields.js';
import type { Reading } from './reading.js';

const CALL = 'nvmlDeviceGetViolationStatus';

/** Each reason with its policy, and with its field, for drivers without the call. */
const ROWS = [
  { field: 'violationPower', policy: POLICY.power, id: FIELD.policyPower },
  { field: 'violationThermal', policy: POLICY.thermal, id: FIELD.policyThermal },
  { field: 'violationSyncBoost', policy: POLICY.syncBoost, id: FIELD.policySyncBoost },
  { field: 'violationBoardLimit', policy: POLICY.boardLimit, id: FIELD.policyBoardLimit },
  {
    field: 'violationLowUtilization',
    policy: POLICY.lowUtilization,
    id: FIELD.policyLowUtilization,
  },
  { field: 'violationReliability', policy: POLICY.reliability, id: FIELD.policyReliability },
] as const satisfies readonly { field: NvmlBoardField; policy: number; id: number }[];

type ViolationField = (typeof ROWS)[number]['field'];

/** ns in which clocks were held down since the driver was loaded, by reason. */
export function readViolations(
  nvml: NvmlLibrary,
  reading: Reading,
  gpu: NvmlHandle,
): NvmlFigures<ViolationField> {
  const found: Partial<Record<ViolationField, number>> = {};
  for (const { field, policy } of ROWS) {
    const value = reading.take(CALL, () => nvml.number(CALL, gpu, policy));
    if (value !== undefined) found[field] = value;
  }
  // A driver counts all of them one way or the other: two ways in one set would count from different starts.
  if (Object.keys(found).length > 0) return found;
  const ids = ROWS.map(({ id }) => id);
  readFields(nvml, reading, gpu, ids).forEach((value, index) => {
    const row = ROWS[index];
    if (row !== undefined && value !== undefined) found[row.field] = value;
  });
  return found;
}
