import type { NvmlProcess, NvmlSnapshot } from '@gpuscope/aggregation';
import { attributionOf, MOST_ERROR } from './attribution.js';
import type { LoadLog } from './truth.js';
import { outcomeOf } from './report.js';

const MIB = 1024 ** 2;

/** Works for its duty of each 200 ms, for 20 s. */
function log(pid: number, duty: number, workPart = 1): LoadLog {
  const runs = Array.from({ length: 100 }, (_, index) => {
    const fromMs = index * 200;
    const length = Math.min(1, duty) * 200;
    return { fromMs, toMs: fromMs + length, workMs: length * workPart };
  });
  return {
    name: `p${pid}`,
    pid,
    uid: 0,
    device: 0,
    duty,
    memoryBytes: 64 * MIB,
    msPerTurn: 1,
    runs,
  };
}

type Told = Partial<Pick<NvmlProcess, 'utilization' | 'memory'>> & { readonly pid: number };

const look = (atMs: number, told: readonly Told[], seesProcesses = true): NvmlSnapshot => ({
  atMs,
  windowMs: 5_000,
  session: 's',
  driverVersion: '580',
  devices: [
    {
      index: 0,
      uuid: 'GPU-a',
      name: 'Synthetic X1',
      pciBusId: '',
      mig: false,
      figures: {},
      instances: [],
      processes: told.map((one) => ({
        kind: 'compute' as const,
        facts: { found: false as const, reason: 'hidden' as const },
        ended: false,
        ...one,
      })),
      mps: false,
      failures: [],
    },
  ],
  lost: [],
  seesProcesses,
});

const outcome = (looks: readonly NvmlSnapshot[], logs: readonly LoadLog[]) =>
  outcomeOf({ name: 'x', attribution: attributionOf(looks, logs) });

describe('attributionOf: one load', () => {
  it('means what is told over whole windows, and holds it against the log', () => {
    const looks = [5_000, 10_000, 15_000].map((at, index) =>
      look(at, [{ pid: 7, utilization: [31, 29, 33][index] ?? 0, memory: 500 * MIB }]),
    );
    const { loads, windows, contended } = attributionOf(looks, [log(7, 0.3)]);
    expect({ windows, contended }).toEqual({ windows: 3, contended: false });
    expect(loads[0]).toMatchObject({ pid: 7, memoryBytes: 500 * MIB, heldBytes: 64 * MIB });
    expect(loads[0]?.figure).toBeCloseTo(0.31);
    expect(loads[0]?.trueBusy).toBeCloseTo(0.3);
    expect(loads[0]?.error).toBeCloseTo(0.01);
    expect(outcome(looks, [log(7, 0.3)])).toBe('passed');
  });

  it('fails beyond five points', () => {
    const wrong = 100 * (0.3 + MOST_ERROR + 0.01);
    expect(outcome([look(10_000, [{ pid: 7, utilization: wrong }])], [log(7, 0.3)])).toBe('failed');
  });

  it('leaves out windows in which the load did not work all the time', () => {
    const looks = [look(4_000, []), look(10_000, [{ pid: 7, utilization: 30 }]), look(24_000, [])];
    expect(attributionOf(looks, [log(7, 0.3)])).toMatchObject({ windows: 1 });
    expect(outcome(looks, [log(7, 0.3)])).toBe('passed');
  });

  it('is not measured where the driver tells nothing of the load, and never 0', () => {
    const looks = [look(10_000, [{ pid: 9, utilization: 30 }], false)];
    const { loads, seesProcesses } = attributionOf(looks, [log(7, 0.3)]);
    expect(seesProcesses).toBe(false);
    expect(loads[0]?.figure).toBeUndefined();
    expect(loads[0]?.error).toBeUndefined();
    expect(outcome(looks, [log(7, 0.3)])).toBe('not measured');
    expect(outcome([], [log(7, 0.3)])).toBe('not measured');
  });
});

describe('attributionOf: loads that share', () => {
  const logs = [log(7, 1, 2 / 3), log(8, 1, 1 / 3)];

  it('holds parts of the whole against parts of the work', () => {
    const looks = [
      look(10_000, [
        { pid: 7, utilization: 62 },
        { pid: 8, utilization: 34 },
      ]),
    ];
    const { contended, loads } = attributionOf(looks, logs);
    expect(contended).toBe(true);
    expect(loads.map(({ truePart }) => truePart)).toEqual([
      expect.closeTo(2 / 3) as number,
      expect.closeTo(1 / 3) as number,
    ]);
    expect(loads[0]?.error).toBeCloseTo(Math.abs(62 / 96 - 2 / 3));
    expect(outcome(looks, logs)).toBe('passed');
  });

  it('fails where the parts are told wrong, though the sum is right', () => {
    const looks = [
      look(10_000, [
        { pid: 7, utilization: 50 },
        { pid: 8, utilization: 50 },
      ]),
    ];
    expect(outcome(looks, logs)).toBe('failed');
  });
});
