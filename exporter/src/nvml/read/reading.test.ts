import { success } from '../library/result.js';
import { FAILURES } from '../testing/nvml.js';
import { createReading } from './reading.js';

describe('createReading', () => {
  it('hands values on, 0 and false too', () => {
    const reading = createReading();
    expect(reading.take('a', () => success(0))).toBe(0);
    expect(reading.take('b', () => success(false))).toBe(false);
    expect(reading.failures).toEqual([]);
  });

  it('finds nothing wrong with what a chip lacks', () => {
    const reading = createReading();
    expect(reading.take('a', () => FAILURES.notSupported)).toBeUndefined();
    expect(reading.take('b', () => FAILURES.notFound)).toBeUndefined();
    expect(reading.failures).toEqual([]);
    expect(reading.ended).toBeUndefined();
  });

  it('notes each other failure once, and goes on', () => {
    const reading = createReading();
    for (let time = 0; time < 3; time++) reading.take('a', () => FAILURES.unknown);
    reading.take('b', () => FAILURES.noPermission);
    expect(reading.take('c', () => success(1))).toBe(1);
    expect(reading.failures).toEqual([
      { call: 'a', code: 'NVML_ERROR_UNKNOWN' },
      { call: 'b', code: 'NVML_ERROR_NO_PERMISSION' },
    ]);
  });

  it.each([FAILURES.lost, FAILURES.driverNotLoaded, FAILURES.uninitialized])(
    'asks nothing more after $code',
    (failure) => {
      const reading = createReading();
      reading.take('a', () => failure);
      let asked = 0;
      const value = reading.take('b', () => success(++asked));
      expect(value).toBeUndefined();
      expect(asked).toBe(0);
      expect(reading.ended).toBe(failure);
      expect(reading.failures).toEqual([{ call: 'a', code: failure.code }]);
    },
  );
});
