import type { HeldFigure, HolderReport } from './claim.js';
import { indexFigures } from './figures.js';
import { heldFigures } from './heldFigures.js';
import { leavesOf } from './leaf.js';
import { placeReport } from './place.js';
import {
  boardOf,
  figureOf,
  heldOf,
  holderOf,
  migBoard,
  reportOf,
  telemetryOf,
  uuid,
} from './testing.js';

const LEAVES = leavesOf([boardOf('GPU-a'), migBoard('GPU-b', ['1g.10gb', '1g.10gb'])]);

const used = (holder: string, value: number, device = uuid('GPU-a')): HeldFigure => ({
  device,
  metric: 'gpu_utilization_ratio',
  value,
  ...(holder === '' ? {} : { holder: holderOf(holder) }),
});

const processes = (figures: readonly HeldFigure[], extra: Partial<HolderReport> = {}) =>
  reportOf([], [], { source: 'processes', figures, ...extra });

function of(
  reports: readonly HolderReport[],
  at = 0,
  metric: HeldFigure['metric'] = 'gpu_utilization_ratio',
) {
  const leaf = LEAVES[at];
  if (leaf === undefined) throw new Error(`no leaf ${at}`);
  const perPod = [figureOf('ns/p/', 0.5), figureOf('ns/q/', 9, 'gpu_memory_used_bytes')];
  const telemetry = telemetryOf([], [], { figures: perPod });
  const placed = reports.map((report) => placeReport(LEAVES, [], report));
  return heldFigures(metric, leaf, placed, indexFigures(telemetry));
}

describe('heldFigures', () => {
  it('takes the source’s own figures per pod where no holder source measured any', () => {
    expect(of([])).toEqual(heldOf('pod', { 'ns/p/': 0.5 }));
    expect(of([reportOf([])], 1)).toEqual({ by: 'pod', figures: [] });
  });

  it('takes those of the first report that measured the leaf before the source’s own', () => {
    const reports = [reportOf([]), processes([used('ns/p/main', 0.25)]), processes([used('', 1)])];
    expect(of(reports)).toEqual(heldOf('process', { 'ns/p/main': 0.25 }));
  });

  it('decides for each metric by itself', () => {
    const reports = [processes([used('ns/p/main', 0.25)])];
    expect(of(reports, 0, 'gpu_memory_used_bytes')).toEqual(heldOf('pod', { 'ns/q/': 9 }));
  });

  it('keeps instances apart, and figures of devices that nobody reports away', () => {
    const instance = (gpuInstance: string) =>
      ({ by: 'instance', uuid: 'GPU-b', gpuInstance }) as const;
    const reports = [
      processes([
        used('ns/p/main', 0.25, uuid('GPU-gone')),
        used('ns/q/main', 0.5, instance('2')),
        used('ns/q/main', 0.75, instance('9')),
      ]),
    ];
    expect(of(reports, 1)).toEqual({ by: 'pod', figures: [] });
    expect(of(reports, 2)).toEqual(heldOf('process', { 'ns/q/main': 0.5 }));
  });

  it('reads what no measurement gives as nothing', () => {
    const reports = [processes([used('ns/p/main', NaN), used('ns/q/main', -1)])];
    expect(of(reports)).toEqual(heldOf('process', { 'ns/p/main': 0, 'ns/q/main': 0 }));
  });

  it('believes nobody’s figures under MPS, on the boards that it shares out', () => {
    const mps = processes([used('ns/p/main', 0.25)], { mpsDevices: ['GPU-a'] });
    expect(of([mps])).toEqual({ by: 'pod', figures: [] });
    const elsewhere = processes([used('ns/p/main', 0.25)], { mpsDevices: ['GPU-b'] });
    expect(of([elsewhere]).by).toBe('process');
  });
});
