import type { NvmlBoardField, NvmlFigures } from '@gpuscope/aggregation';
import type { NvmlHandle, NvmlLibrary } from '../library/library.js';
import { FIELD, MOST_NVLINKS, NVLINK_ERROR } from './constants.js';
import { readFields } from './fields.js';
import type { Reading } from './reading.js';

const STATE = 'nvmlDeviceGetNvLinkState';
const COUNTER = 'nvmlDeviceGetNvLinkErrorCounter';

/** Each kind of error: the field with its sum over all links, and its counter on one link. */
const ROWS = [
  { field: 'nvlinkCrcFlitErrors', total: FIELD.nvlinkCrcFlitTotal, counter: NVLINK_ERROR.crcFlit },
  { field: 'nvlinkCrcDataErrors', total: FIELD.nvlinkCrcDataTotal, counter: NVLINK_ERROR.crcData },
  { field: 'nvlinkReplayErrors', total: FIELD.nvlinkReplayTotal, counter: NVLINK_ERROR.replay },
  {
    field: 'nvlinkRecoveryErrors',
    total: FIELD.nvlinkRecoveryTotal,
    counter: NVLINK_ERROR.recovery,
  },
] as const satisfies readonly { field: NvmlBoardField; total: number; counter: number }[];

type ErrorField = (typeof ROWS)[number]['field'];

/** Links that are up. A chip without NVLink does not support the question; past its last link it is invalid. */
function activeLinks(nvml: NvmlLibrary, reading: Reading, gpu: NvmlHandle): number[] {
  const links: number[] = [];
  for (let link = 0; link < MOST_NVLINKS && reading.ended === undefined; link++) {
    const state = nvml.number(STATE, gpu, link);
    if (!state.ok && (state.kind === 'absent' || state.code === 'NVML_ERROR_INVALID_ARGUMENT')) {
      break;
    }
    if (reading.take(STATE, () => state) === 1) links.push(link);
  }
  return links;
}

function sumOverLinks(
  nvml: NvmlLibrary,
  reading: Reading,
  gpu: NvmlHandle,
  links: readonly number[],
  counter: number,
): number | undefined {
  const counts = links.map((link) =>
    reading.take(COUNTER, () => nvml.number(COUNTER, gpu, link, counter)),
  );
  // Without one of its links a sum would be a counter that went back.
  return counts.reduce<number | undefined>(
    (sum, count) => (sum === undefined || count === undefined ? undefined : sum + count),
    0,
  );
}

/**
 * NVLink's errors over all links since the driver was loaded: the driver's own sums in one call, else link by link.
 * A chip without links has none of these figures.
 */
export function readNvlinkErrors(
  nvml: NvmlLibrary,
  reading: Reading,
  gpu: NvmlHandle,
): NvmlFigures<ErrorField> {
  const found: Partial<Record<ErrorField, number>> = {};
  const links = activeLinks(nvml, reading, gpu);
  if (links.length === 0) return found;
  const totals = readFields(
    nvml,
    reading,
    gpu,
    ROWS.map(({ total }) => total),
  );
  ROWS.forEach(({ field, counter }, index) => {
    const value = totals[index] ?? sumOverLinks(nvml, reading, gpu, links, counter);
    if (value !== undefined) found[field] = value;
  });
  return found;
}
