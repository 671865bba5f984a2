import type { NvmlFigures } from '@gpuscope/aggregation';
import type { NvmlHandle, NvmlLibrary } from '../library/library.js';
import { ALL_LINKS, FIELD } from './constants.js';
import { readFields } from './fields.js';
import { hasNvlink } from './nvlinks.js';
import type { Reading } from './reading.js';

/** What went over NVLink between two looks. */
export interface NvlinkRates {
  /**
   * KiB/s since the last look; none at the first, without links, and after the driver's counters began anew.
   *
   * @param atMs of a clock that does not jump
   */
  read(reading: Reading, atMs: number): NvmlFigures<'nvlinkTransmit' | 'nvlinkReceive'>;
}

interface Look {
  readonly atMs: number;
  readonly transmitted: number | undefined;
  readonly received: number | undefined;
}

const FIELDS = [FIELD.nvlinkDataTransmit, FIELD.nvlinkDataReceive];

function rate(
  from: number | undefined,
  to: number | undefined,
  elapsedMs: number,
): number | undefined {
  if (from === undefined || to === undefined || to < from || elapsedMs <= 0) return undefined;
  return ((to - from) * 1000) / elapsedMs;
}

/** By the driver's counters of data, without what the protocol adds, over all links. */
export function createNvlinkRates(nvml: NvmlLibrary, gpu: NvmlHandle): NvlinkRates {
  let last: Look | undefined;
  return {
    read(reading, atMs) {
      const [transmitted, received] = !hasNvlink(nvml, reading, gpu)
        ? []
        : readFields(nvml, reading, gpu, FIELDS, ALL_LINKS);
      const before = last;
      last = { atMs, transmitted, received };
      if (before === undefined) return {};
      const elapsedMs = atMs - before.atMs;
      const nvlinkTransmit = rate(before.transmitted, transmitted, elapsedMs);
      const nvlinkReceive = rate(before.received, received, elapsedMs);
      return {
        ...(nvlinkTransmit !== undefined && { nvlinkTransmit }),
        ...(nvlinkReceive !== undefined && { nvlinkReceive }),
      };
    },
  };
}
