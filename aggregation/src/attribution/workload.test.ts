import { attribute, type Attribution } from './attribute.js';
import type { HolderReport } from './claim.js';
import {
  boardOf,
  claim,
  figureOf,
  migBoard,
  offer,
  readingOf,
  reportOf,
  telemetryOf,
  uuid,
} from './testing.js';
import { workloadsOf } from './workload.js';

const GPU = uuid('GPU-a');
const READINGS = [
  readingOf('gpu_utilization_ratio', 'GPU-a', 0.6),
  readingOf('gpu_memory_used_bytes', 'GPU-a', 8e9),
];

const workloads = ({ boards }: Attribution) => boards.flatMap(workloadsOf);

const run = (report: HolderReport, telemetry = telemetryOf([boardOf('GPU-a')], READINGS)) =>
  attribute(telemetry, [report], () => 0.5);

describe('attribute and workloadsOf', () => {
  it('gives who is alone the whole of each figure', () => {
    expect(workloads(run(reportOf([claim(GPU, 'ns/p/main')])))).toMatchObject([
      {
        key: 'GPU-a//pod/ns/p/main',
        alone: true,
        allocated: 1,
        utilization: 0.6,
        utilizationMethod: 'exclusive',
        memoryBytes: 8e9,
        memoryMethod: 'exclusive',
        powerFraction: 1,
        powerMethod: 'exclusive',
      },
    ]);
  });

  it('says how each figure was found', () => {
    const telemetry = telemetryOf([boardOf('GPU-a')], READINGS, {
      figures: [figureOf('ns/p/', 0.3)],
    });
    const claims = [claim(GPU, 'ns/p/main'), claim(GPU, 'ns/q/main')];
    expect(workloads(run(reportOf(claims, [offer(GPU, 2)]), telemetry))).toMatchObject([
      {
        utilization: 0.3,
        utilizationMethod: 'process',
        memoryBytes: 4e9,
        memoryMethod: 'share',
        powerMethod: 'process',
      },
      { utilization: 0, utilizationMethod: 'process', memoryBytes: 4e9 },
    ]);
  });

  it('gives no part of a figure that the source lacks', () => {
    const telemetry = telemetryOf([boardOf('GPU-a')], []);
    const [only] = workloads(run(reportOf([claim(GPU, 'ns/p/main')]), telemetry));
    expect(only).not.toHaveProperty('utilization');
    expect(only).not.toHaveProperty('memoryBytes');
    expect(only).toMatchObject({ powerFraction: 1 });
  });

  it('does not call the power of one instance its holder’s own', () => {
    const telemetry = telemetryOf([migBoard('GPU-a', ['1g.10gb'])], []);
    const device = { by: 'instance', uuid: 'GPU-a', gpuInstance: '1' } as const;
    const [only] = workloads(run(reportOf([claim(device, 'ns/p/main')]), telemetry));
    expect(only).toMatchObject({ alone: true, powerMethod: 'share' });
    expect(only?.powerFraction).toBeCloseTo(1 / 7, 12);
  });

  it('names the source and the claim that it could not place', () => {
    const lost = claim(uuid('GPU-gone'), 'ns/p/main');
    expect(run(reportOf([lost])).unplaced).toEqual([{ source: 'podResources', claim: lost }]);
  });
});
