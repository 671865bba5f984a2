import fc from 'fast-check';
import type { NvmlFieldQuery } from '../library/library.js';
import { success } from '../library/result.js';
import { FAILURES, fakeNvml } from '../testing/nvml.js';
import { createNvlinkRates } from './nvlinkRates.js';
import { createReading } from './reading.js';

/** A board whose counters stand where the test puts them. */
const board = () => {
  const state = { sent: 0, got: 0, asked: [] as readonly NvmlFieldQuery[], links: true, up: 1 };
  const nvml = fakeNvml({
    number: (call) =>
      call === 'nvmlDeviceGetNvLinkState' && state.links
        ? success(state.up)
        : FAILURES.notSupported,
    fieldValues: (_device, queries) => {
      state.asked = queries;
      return success(queries.map(({ field }) => success(field === 138 ? state.sent : state.got)));
    },
  });
  return { state, rates: createNvlinkRates(nvml, 1n) };
};

describe('createNvlinkRates', () => {
  it('has nothing to compare with at first', () => {
    expect(board().rates.read(createReading(), 0)).toEqual({});
  });

  it('asks for data over all links', () => {
    const { state, rates } = board();
    rates.read(createReading(), 0);
    expect(state.asked).toEqual([
      { field: 138, scope: 0xffffffff },
      { field: 139, scope: 0xffffffff },
    ]);
  });

  it('is what was counted, by the time it took', () => {
    fc.assert(
      fc.property(
        fc.nat(1e9),
        fc.nat(1e9),
        fc.integer({ min: 1, max: 100_000 }),
        (sent, got, elapsedMs) => {
          const { state, rates } = board();
          Object.assign(state, { sent: 777, got: 888 });
          rates.read(createReading(), 1000);
          Object.assign(state, { sent: 777 + sent, got: 888 + got });
          const found = rates.read(createReading(), 1000 + elapsedMs);
          expect((found.nvlinkTransmit ?? NaN) * (elapsedMs / 1000)).toBeCloseTo(sent, 3);
          expect((found.nvlinkReceive ?? NaN) * (elapsedMs / 1000)).toBeCloseTo(got, 3);
        },
      ),
    );
  });

  it('is 0 on links that are still', () => {
    const { rates } = board();
    rates.read(createReading(), 0);
    expect(rates.read(createReading(), 1000)).toEqual({ nvlinkTransmit: 0, nvlinkReceive: 0 });
  });

  it('is absent for one look after the counters began anew', () => {
    const { state, rates } = board();
    state.sent = 5_000;
    rates.read(createReading(), 0);
    state.sent = 10;
    expect(rates.read(createReading(), 1000)).toEqual({ nvlinkReceive: 0 });
    state.sent = 110;
    expect(rates.read(createReading(), 2000)).toEqual({ nvlinkTransmit: 100, nvlinkReceive: 0 });
  });

  it('is absent, not 0, on a chip whose links are all down', () => {
    const { state, rates } = board();
    state.up = 0;
    rates.read(createReading(), 0);
    expect(rates.read(createReading(), 1000)).toEqual({});
    expect(state.asked).toEqual([]);
  });

  it('is absent without links, and without time', () => {
    const { state, rates } = board();
    rates.read(createReading(), 0);
    expect(rates.read(createReading(), 0)).toEqual({});
    state.links = false;
    const reading = createReading();
    expect(rates.read(reading, 1000)).toEqual({});
    expect(reading.failures).toEqual([]);
  });
});
