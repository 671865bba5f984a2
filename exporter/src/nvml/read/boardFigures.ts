import type { NvmlBoardField, NvmlFigures } from '@gpuscope/aggregation';
import type { NvmlHandle, NvmlLibrary, NvmlNumberCall } from '../library/library.js';
import { CLOCK, ECC, MEMORY_ERROR, PCIE_COUNTER, RETIREMENT_CAUSE } from './constants.js';
import { readMemoryTemperature } from './memoryTemperature.js';
import { readNvlinkErrors } from './nvlinkErrors.js';
import type { Reading } from './reading.js';
import { readViolations } from './violations.js';

type Row = readonly [field: NvmlBoardField, call: NvmlNumberCall, ...selectors: number[]];

/** Figures that one call answers as they are; its selectors as in nvml.h. */
const ROWS: readonly Row[] = [
  ['temperature', 'nvmlDeviceGetTemperature'],
  ['power', 'nvmlDeviceGetPowerUsage'],
  ['powerLimit', 'nvmlDeviceGetEnforcedPowerLimit'],
  ['energy', 'nvmlDeviceGetTotalEnergyConsumption'],
  ['smClock', 'nvmlDeviceGetClockInfo', CLOCK.sm],
  ['memoryClock', 'nvmlDeviceGetClockInfo', CLOCK.memory],
  ['clockEventReasons', 'nvmlDeviceGetCurrentClocksEventReasons'],
  ['eccVolatileCorrected', 'nvmlDeviceGetTotalEccErrors', MEMORY_ERROR.corrected, ECC.volatile],
  ['eccVolatileUncorrected', 'nvmlDeviceGetTotalEccErrors', MEMORY_ERROR.uncorrected, ECC.volatile],
  ['eccAggregateCorrected', 'nvmlDeviceGetTotalEccErrors', MEMORY_ERROR.corrected, ECC.aggregate],
  [
    'eccAggregateUncorrected',
    'nvmlDeviceGetTotalEccErrors',
    MEMORY_ERROR.uncorrected,
    ECC.aggregate,
  ],
  ['retiredSingleBit', 'nvmlDeviceGetRetiredPages', RETIREMENT_CAUSE.singleBit],
  ['retiredDoubleBit', 'nvmlDeviceGetRetiredPages', RETIREMENT_CAUSE.doubleBit],
  ['retiredPending', 'nvmlDeviceGetRetiredPagesPendingStatus'],
  ['pcieReplays', 'nvmlDeviceGetPcieReplayCounter'],
];

/** They take the driver 20 ms each: asked for only where GPM gives nothing better. */
const PCIE_ROWS: readonly Row[] = [
  ['pcieTransmit', 'nvmlDeviceGetPcieThroughput', PCIE_COUNTER.transmit],
  ['pcieReceive', 'nvmlDeviceGetPcieThroughput', PCIE_COUNTER.receive],
];

type Found = Partial<Record<NvmlBoardField, number>>;

function readRows(nvml: NvmlLibrary, reading: Reading, gpu: NvmlHandle, rows: readonly Row[]) {
  const found: Found = {};
  for (const [field, call, ...selectors] of rows) {
    const value = reading.take(call, () => nvml.number(call, gpu, ...selectors));
    if (value !== undefined) found[field] = value;
  }
  return found;
}

function readRemappedRows(nvml: NvmlLibrary, reading: Reading, gpu: NvmlHandle): Found {
  const rows = reading.take('nvmlDeviceGetRemappedRows', () => nvml.remappedRows(gpu));
  if (rows === undefined) return {};
  return {
    remappedCorrectable: rows.correctable,
    remappedUncorrectable: rows.uncorrectable,
    remapPending: rows.pending,
    remapFailure: rows.failure,
  };
}

/** PCIe throughput over the driver's last 20 ms, for chips without GPM. Each of its two calls takes that long. */
export const readPcieThroughput = (
  nvml: NvmlLibrary,
  reading: Reading,
  gpu: NvmlHandle,
): NvmlFigures<NvmlBoardField> => readRows(nvml, reading, gpu, PCIE_ROWS);

/**
 * A board's figures as one look gives them: all but those over a window (GPM, NVLink throughput) and PCIe throughput.
 */
export const readBoardFigures = (
  nvml: NvmlLibrary,
  reading: Reading,
  gpu: NvmlHandle,
): NvmlFigures<NvmlBoardField> => ({
  ...readRows(nvml, reading, gpu, ROWS),
  ...readMemoryTemperature(nvml, reading, gpu),
  ...readViolations(nvml, reading, gpu),
  ...readRemappedRows(nvml, reading, gpu),
  ...readNvlinkErrors(nvml, reading, gpu),
});
