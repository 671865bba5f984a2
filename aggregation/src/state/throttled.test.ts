import { indexFigures } from '../attribution/figures.js';
import { boardOf, holderOf, readingOf, telemetryOf, wholeLeaf } from '../attribution/testing.js';
import type { Workload } from '../attribution/workload.js';
import { createThrottled } from './throttled.js';

const workload = (key: string, alone = true): Workload => ({
  key,
  leaf: wholeLeaf(),
  holder: holderOf(key),
  alone,
  allocated: 1,
  powerFraction: 1,
  powerMethod: 'exclusive',
});

const figures = (seconds: Readonly<Record<string, number>>) =>
  indexFigures(
    telemetryOf(
      [boardOf('GPU-a')],
      Object.entries(seconds).map(([reason, value]) => ({
        ...readingOf('gpu_throttle_seconds_total', 'GPU-a', value),
        labels: { reason },
      })),
    ),
  );

const A = 'ns/a/main';
const B = 'ns/b/main';

describe('createThrottled', () => {
  it('counts from 0 since the workload held the device alone, by reason', () => {
    const throttled = createThrottled();
    throttled.advance([workload(A)], figures({ power: 100, thermal: 7 }));
    expect([...throttled.of(A)]).toEqual([
      ['power', 0],
      ['thermal', 0],
    ]);
    throttled.advance([workload(A)], figures({ power: 103, thermal: 7 }));
    throttled.advance([workload(A)], figures({ power: 104, thermal: 9 }));
    expect([...throttled.of(A)]).toEqual([
      ['power', 4],
      ['thermal', 2],
    ]);
  });

  it('charges a newcomer nothing of what was before it', () => {
    const throttled = createThrottled();
    throttled.advance([workload(A)], figures({ power: 0 }));
    throttled.advance([workload(B)], figures({ power: 50 }));
    expect([...throttled.of(B)]).toEqual([['power', 0]]);
    expect(throttled.of(A).size).toBe(0);
  });

  it('charges nobody who shares the device', () => {
    const throttled = createThrottled();
    throttled.advance([workload(A), workload(B, false)], figures({ power: 0 }));
    throttled.advance([workload(A, false), workload(B, false)], figures({ power: 5 }));
    expect(throttled.of(A).size + throttled.of(B).size).toBe(0);
  });

  it('survives a reset of the source’s counter', () => {
    const throttled = createThrottled();
    throttled.advance([workload(A)], figures({ power: 100 }));
    throttled.advance([workload(A)], figures({ power: 110 }));
    throttled.advance([workload(A)], figures({ power: 3 }));
    expect([...throttled.of(A)]).toEqual([['power', 13]]);
  });
});
