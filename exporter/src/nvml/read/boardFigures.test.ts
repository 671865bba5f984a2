import { NVML_BOARD_FIELDS } from '@gpuscope/aggregation';
import { success } from '../library/result.js';
import { FAILURES, fakeNvml, fields, numbers } from '../testing/nvml.js';
import { readBoardFigures, readPcieThroughput } from './boardFigures.js';
import { createReading } from './reading.js';

/** By name and selectors as in nvml.h. */
const TABLE = {
  nvmlDeviceGetTemperature: 61,
  nvmlDeviceGetPowerUsage: 412_345,
  nvmlDeviceGetEnforcedPowerLimit: 700_000,
  nvmlDeviceGetTotalEnergyConsumption: 987_654_321,
  'nvmlDeviceGetClockInfo 1': 1_980,
  'nvmlDeviceGetClockInfo 2': 2_619,
  nvmlDeviceGetCurrentClocksEventReasons: 4,
  'nvmlDeviceGetViolationStatus 0': 10,
  'nvmlDeviceGetViolationStatus 1': 11,
  'nvmlDeviceGetViolationStatus 2': 12,
  'nvmlDeviceGetViolationStatus 3': 13,
  'nvmlDeviceGetViolationStatus 4': 14,
  'nvmlDeviceGetViolationStatus 5': 15,
  'nvmlDeviceGetTotalEccErrors 0 0': 21,
  'nvmlDeviceGetTotalEccErrors 1 0': 22,
  'nvmlDeviceGetTotalEccErrors 0 1': 23,
  'nvmlDeviceGetTotalEccErrors 1 1': 24,
  'nvmlDeviceGetRetiredPages 0': 31,
  'nvmlDeviceGetRetiredPages 1': 32,
  nvmlDeviceGetRetiredPagesPendingStatus: 1,
  nvmlDeviceGetPcieReplayCounter: 41,
  'nvmlDeviceGetPcieThroughput 0': 51,
  'nvmlDeviceGetPcieThroughput 1': 52,
  'nvmlDeviceGetNvLinkState 0': 1,
};

const FIELDS = { 82: 74, 38: 61, 45: 62, 52: 63, 59: 64 };

const full = fakeNvml({
  number: numbers(TABLE),
  fieldValues: fields(FIELDS),
  remappedRows: () => success({ correctable: 3, uncorrectable: 1, pending: 1, failure: 0 }),
});

/** Figures over a window, which one look can not give. */
const OVER_A_WINDOW = [
  'gpmPcieTransmit',
  'gpmPcieReceive',
  'gpmNvlinkTransmit',
  'gpmNvlinkReceive',
  'nvlinkTransmit',
  'nvlinkReceive',
];

describe('readBoardFigures', () => {
  it('reads every figure from its own call', () => {
    const reading = createReading();
    expect(readBoardFigures(full, reading, 1n)).toEqual({
      temperature: 61,
      memoryTemperature: 74,
      power: 412_345,
      powerLimit: 700_000,
      energy: 987_654_321,
      smClock: 1_980,
      memoryClock: 2_619,
      clockEventReasons: 4,
      violationPower: 10,
      violationThermal: 11,
      violationSyncBoost: 12,
      violationBoardLimit: 13,
      violationLowUtilization: 14,
      violationReliability: 15,
      eccVolatileCorrected: 21,
      eccVolatileUncorrected: 22,
      eccAggregateCorrected: 23,
      eccAggregateUncorrected: 24,
      remappedCorrectable: 3,
      remappedUncorrectable: 1,
      remapPending: 1,
      remapFailure: 0,
      retiredSingleBit: 31,
      retiredDoubleBit: 32,
      retiredPending: 1,
      pcieReplays: 41,
      nvlinkCrcFlitErrors: 61,
      nvlinkCrcDataErrors: 62,
      nvlinkReplayErrors: 63,
      nvlinkRecoveryErrors: 64,
    });
    expect(reading.failures).toEqual([]);
  });

  it('leaves no figure of a board unread', () => {
    const reading = createReading();
    const found = {
      ...readBoardFigures(full, reading, 1n),
      ...readPcieThroughput(full, reading, 1n),
    };
    expect([...Object.keys(found), ...OVER_A_WINDOW].sort()).toEqual([...NVML_BOARD_FIELDS].sort());
  });

  it('is empty, not zero, on a chip that has nothing', () => {
    const reading = createReading();
    expect(readBoardFigures(fakeNvml({}), reading, 1n)).toEqual({});
    expect(readPcieThroughput(fakeNvml({}), reading, 1n)).toEqual({});
    expect(reading.failures).toEqual([]);
  });

  it('keeps zeros that the driver tells', () => {
    const nvml = fakeNvml({ number: numbers({ 'nvmlDeviceGetTotalEccErrors 1 0': 0 }) });
    expect(readBoardFigures(nvml, createReading(), 1n)).toEqual({ eccVolatileUncorrected: 0 });
  });

  it('names the call that failed, and reads the others', () => {
    const reading = createReading();
    const table = { ...TABLE, nvmlDeviceGetPowerUsage: FAILURES.unknown };
    const figures = readBoardFigures(fakeNvml({ number: numbers(table) }), reading, 1n);
    expect(figures).not.toHaveProperty('power');
    expect(figures).toMatchObject({ temperature: 61, powerLimit: 700_000 });
    expect(reading.failures).toEqual([
      { call: 'nvmlDeviceGetPowerUsage', code: 'NVML_ERROR_UNKNOWN' },
    ]);
  });

  it('stops asking a device that fell off the bus', () => {
    const reading = createReading();
    let asked = 0;
    const nvml = fakeNvml({
      number: () => {
        asked++;
        return FAILURES.lost;
      },
    });
    expect(readBoardFigures(nvml, reading, 1n)).toEqual({});
    expect(asked).toBe(1);
    expect(reading.ended).toMatchObject({ kind: 'lost' });
  });
});

describe('memory temperature', () => {
  it.each([[{ 82: 0 }], [{}], [{ 82: FAILURES.invalidArgument }]])(
    'is absent on chips without the sensor: %j',
    (table) => {
      const reading = createReading();
      const nvml = fakeNvml({ fieldValues: fields(table) });
      expect(readBoardFigures(nvml, reading, 1n)).toEqual({});
      expect(reading.failures).toEqual([]);
    },
  );
});
