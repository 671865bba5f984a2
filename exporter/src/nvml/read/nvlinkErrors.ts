import type { NvmlBoardField, NvmlFigures } from '@gpuscope/aggregation';
import type { NvmlHandle, NvmlLibrary } from '../library/library.js';
import { FIELD, NVLINK_ERROR } from './constants.js';
import { readFields } from './fields.js';
import { activeNvlinks } from './nvlinks.js';
import type { Reading } from './reading.js';

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

function sumOverLinks(
  nvml: NvmlLibrary,
  reading: Reading,
  gpu: NvmlHandle,
  links: readonly number[],
  counter: number,
): number | undefined {
  let sum = 0;
  for (const link of links) {
    const count = reading.take(COUNTER, () => nvml.number(COUNTER, gpu, link, counter));
    // Without one of its links a sum would be a counter that went back.
    if (count === undefined) return undefined;
    sum += count;
  }
  return sum;
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
  const links = [...activeNvlinks(nvml, reading, gpu)];
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
