import { success } from '../library/result.js';
import type { NvmlLibrary } from '../library/library.js';
import { FAILURES, fakeNvml, fields } from '../testing/nvml.js';
import { readNvlinkErrors } from './nvlinkErrors.js';
import { createReading } from './reading.js';

/** Links by their number, true for those that are up; a counter of link l and kind k counts 10 l + k. */
const links =
  (
    up: readonly boolean[],
    past: typeof FAILURES.invalidArgument = FAILURES.invalidArgument,
  ): NvmlLibrary['number'] =>
  (call, _device, link = 0, counter = 0) => {
    if (up[link] === undefined) return past;
    if (call === 'nvmlDeviceGetNvLinkState') return success(up[link] ? 1 : 0);
    return call === 'nvmlDeviceGetNvLinkErrorCounter'
      ? success(10 * link + counter)
      : FAILURES.notSupported;
  };

const NONE = { 38: FAILURES.notSupported };

describe('readNvlinkErrors', () => {
  it('takes the sums of the driver', () => {
    const nvml = fakeNvml({
      number: links([true, true]),
      fieldValues: fields({ 38: 5, 45: 6, 52: 7, 59: 0 }),
    });
    expect(readNvlinkErrors(nvml, createReading(), 1n)).toEqual({
      nvlinkCrcFlitErrors: 5,
      nvlinkCrcDataErrors: 6,
      nvlinkReplayErrors: 7,
      nvlinkRecoveryErrors: 0,
    });
  });

  it('adds up the links that are up where the driver has no sums', () => {
    const reading = createReading();
    const nvml = fakeNvml({ number: links([true, false, true]), fieldValues: fields(NONE) });
    expect(readNvlinkErrors(nvml, reading, 1n)).toEqual({
      nvlinkReplayErrors: 20,
      nvlinkRecoveryErrors: 22,
      nvlinkCrcFlitErrors: 24,
      nvlinkCrcDataErrors: 26,
    });
    expect(reading.failures).toEqual([]);
  });

  it('asks for no more links once one has no such counter', () => {
    const all = links([true, true, true]);
    let asked = 0;
    const nvml = fakeNvml({
      number: (call, ...rest) => {
        if (call === 'nvmlDeviceGetNvLinkState') return all(call, ...rest);
        asked++;
        return FAILURES.notSupported;
      },
    });
    expect(readNvlinkErrors(nvml, createReading(), 1n)).toEqual({});
    expect(asked).toBe(4);
  });

  it('has no sum without one of the links', () => {
    const reading = createReading();
    const all = links([true, true]);
    const nvml = fakeNvml({
      number: (call, device, link = 0, counter = 0) =>
        link === 1 && counter === 0 && call === 'nvmlDeviceGetNvLinkErrorCounter'
          ? FAILURES.unknown
          : all(call, device, link, counter),
    });
    const errors = readNvlinkErrors(nvml, reading, 1n);
    expect(errors).not.toHaveProperty('nvlinkReplayErrors');
    expect(errors).toMatchObject({ nvlinkRecoveryErrors: 12 });
    expect(reading.failures).toEqual([
      { call: 'nvmlDeviceGetNvLinkErrorCounter', code: 'NVML_ERROR_UNKNOWN' },
    ]);
  });

  it.each([
    ['a chip without NVLink', [], FAILURES.notSupported],
    ['a chip whose links are all down', [false, false], FAILURES.invalidArgument],
  ])('has none of them on %s, though the driver counts', (_, up, past) => {
    const reading = createReading();
    const nvml = fakeNvml({
      number: links(up, past),
      fieldValues: fields({ 38: 0, 45: 0, 52: 0, 59: 0 }),
    });
    expect(readNvlinkErrors(nvml, reading, 1n)).toEqual({});
    expect(reading.failures).toEqual([]);
  });

  it('stops at the first link of a lost device', () => {
    const reading = createReading();
    let asked = 0;
    const nvml = fakeNvml({ number: () => (asked++, FAILURES.lost) });
    expect(readNvlinkErrors(nvml, reading, 1n)).toEqual({});
    expect(asked).toBe(1);
    expect(reading.ended).toMatchObject({ kind: 'lost' });
  });
});
