import { FAILURES, fakeNvml, fields, numbers } from '../testing/nvml.js';
import { createReading } from './reading.js';
import { readViolations } from './violations.js';

/** Fields that say the same as nvmlDeviceGetViolationStatus; 269 is another thing to most drivers. */
const FIELDS = { 74: 1, 75: 2, 269: 99, 76: 3, 77: 4, 78: 5, 79: 6 };

describe('readViolations', () => {
  it('reads fields where the call is gone', () => {
    expect(readViolations(fakeNvml({ fieldValues: fields(FIELDS) }), createReading(), 1n)).toEqual({
      violationPower: 1,
      violationThermal: 2,
      violationSyncBoost: 3,
      violationBoardLimit: 4,
      violationLowUtilization: 5,
      violationReliability: 6,
    });
  });

  it('does not mix the two ways of counting', () => {
    const nvml = fakeNvml({
      number: numbers({ 'nvmlDeviceGetViolationStatus 0': 100 }),
      fieldValues: fields(FIELDS),
    });
    expect(readViolations(nvml, createReading(), 1n)).toEqual({ violationPower: 100 });
  });

  it('has only the reasons that the driver tells', () => {
    const nvml = fakeNvml({ fieldValues: fields({ 74: 9 }) });
    expect(readViolations(nvml, createReading(), 1n)).toEqual({ violationPower: 9 });
  });

  it('says when the fields fail as a whole', () => {
    const reading = createReading();
    const nvml = fakeNvml({ fieldValues: () => FAILURES.unknown });
    expect(readViolations(nvml, reading, 1n)).toEqual({});
    expect(reading.failures).toEqual([
      { call: 'nvmlDeviceGetFieldValues', code: 'NVML_ERROR_UNKNOWN' },
    ]);
  });
});
