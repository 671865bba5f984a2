import { createEnergyMeters, type EnergyReading, type MeasuredEnergy } from './energy.js';

/** Plays one board's readings at these seconds, with an interval of 15 s. */
function play(
  readings: readonly (readonly [second: number, reading: Partial<EnergyReading>])[],
): (MeasuredEnergy | undefined)[] {
  const meters = createEnergyMeters(15_000);
  return readings.map(([second, reading]) =>
    meters.advance(
      'GPU-a',
      { counter: undefined, watts: undefined, seconds: 15, ...reading },
      second * 1000,
    ),
  );
}

const NONE = { charged: 0, lost: 0 };

describe('createEnergyMeters', () => {
  it('charges what the counter grew by, nothing at first', () => {
    expect(
      play([
        [0, { counter: 1000 }],
        [15, { counter: 1600 }],
      ]),
    ).toEqual([NONE, { charged: 600, lost: 0 }]);
  });

  it('charges of a long time only the part that can be charged', () => {
    expect(
      play([
        [0, { counter: 0 }],
        [90, { counter: 900 }],
      ])[1],
    ).toEqual({ charged: 450, lost: 450 });
  });

  it('loses nothing while a counter is missing, and charges it when it is back', () => {
    const readings = [
      [0, { counter: 1000 }],
      [15, { watts: 40 }],
      [30, { counter: 2200, watts: 40 }],
    ] as const;
    expect(play(readings)).toEqual([NONE, undefined, { charged: 1200, lost: 0 }]);
  });

  it('takes power over time on boards that never had a counter', () => {
    expect(
      play([
        [0, { watts: 40, seconds: 0 }],
        [15, { watts: 40 }],
      ]),
    ).toEqual([NONE, { charged: 600, lost: 0 }]);
  });

  it('measures nothing where the source tells neither', () => {
    expect(
      play([
        [0, {}],
        [15, {}],
      ]),
    ).toEqual([undefined, undefined]);
  });

  it('charges nobody for what grew in no time', () => {
    expect(
      play([
        [0, { counter: 0 }],
        [0, { counter: 7 }],
      ])[1],
    ).toEqual({ charged: 0, lost: 7 });
  });

  it('loses nothing by rounding: less than nothing would make a counter fall', () => {
    for (const joules of [0.1, 1 / 3, 9.961115175089313e-273, 123_456.789]) {
      expect(
        play([
          [0, { counter: 0 }],
          [14.9, { counter: joules }],
        ])[1],
      ).toEqual({
        charged: joules,
        lost: 0,
      });
    }
  });
});
