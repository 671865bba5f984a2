import { createMeter, createMeters } from './charging.js';

describe('createMeter', () => {
  it('charges nothing at first, then the time since the last charge', () => {
    const meter = createMeter(15_000);
    expect(meter.advance(5_000)).toEqual({ seconds: 0, unmeasured: 0 });
    expect(meter.advance(20_000)).toEqual({ seconds: 15, unmeasured: 0 });
    expect(meter.advance(36_500)).toEqual({ seconds: 16.5, unmeasured: 0 });
  });

  it('charges at most three intervals and tells the rest', () => {
    const meter = createMeter(15_000);
    meter.advance(0);
    expect(meter.advance(45_000)).toEqual({ seconds: 45, unmeasured: 0 });
    expect(meter.advance(145_000)).toEqual({ seconds: 45, unmeasured: 55 });
    expect(meter.advance(160_000)).toEqual({ seconds: 15, unmeasured: 0 });
  });

  it('never charges a clock that goes back', () => {
    const meter = createMeter(15_000);
    meter.advance(60_000);
    expect(meter.advance(50_000)).toEqual({ seconds: 0, unmeasured: 0 });
    expect(meter.advance(65_000)).toEqual({ seconds: 15, unmeasured: 0 });
  });
});

describe('createMeters', () => {
  it('makes up for the cycles that one was left out of', () => {
    const meters = createMeters(15_000);
    meters.advance('a', 0);
    meters.advance('b', 0);
    meters.advance('a', 15_000);
    expect(meters.advance('a', 30_000).seconds).toBe(15);
    expect(meters.advance('b', 30_000).seconds).toBe(30);
  });
});
