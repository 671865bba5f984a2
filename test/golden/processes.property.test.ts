import fc from 'fast-check';
import type { NvmlDevice, NvmlProcess, NvmlSnapshot, Telemetry } from '@gpuscope/aggregation';
import { createPipeline, DEFAULT_IDENTITY, normaliseNvml } from '@gpuscope/aggregation';
import {
  AT,
  device,
  facts,
  lost,
  POD_A,
  POD_B,
  reported,
  running,
  snapshot,
} from '../../exporter/src/holders/processes/testing.js';
import { breaches, near, sums } from './law.js';

const GIB = 2 ** 30;
const ROOM = 80 * GIB;

/** % and bytes as drivers write them, and as they should not. */
const percent = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 100 }) },
  { weight: 1, arbitrary: fc.constantFrom(-5, 250, 4_294_967_295) },
);
const bytes = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 80 }).map((gib) => gib * GIB) },
  { weight: 1, arbitrary: fc.constantFrom(-1, 2 ** 62, 1e300) },
);

const PATHS = [
  AT.pod(POD_A),
  AT.pod(POD_A, 'ef56'.repeat(16)),
  AT.pod(POD_B),
  AT.pod('cccccccc-4e5f-4a6b-8c7d-9e0f1a2b3c4d'),
  AT.session(1000),
  AT.session(1001),
  AT.unit('vllm.service'),
  AT.job('77'),
  '/kubepods',
];

const process = (instances: readonly number[]): fc.Arbitrary<NvmlProcess> =>
  fc
    .record({
      path: fc.constantFrom(...PATHS),
      memory: fc.option(bytes, { nil: undefined, freq: 8 }),
      utilization: fc.option(percent, { nil: undefined, freq: 12 }),
      kind: fc.constantFrom('compute', 'compute', 'compute', 'graphics', 'mps'),
      ended: fc.boolean(),
      isLost: fc.constantFrom(false, false, false, true),
      gpuInstance: fc.option(fc.constantFrom(...instances, 99), { nil: undefined, freq: 6 }),
    })
    .map(({ path, memory, utilization, isLost, gpuInstance, ...rest }) => {
      const divided = instances.length > 0;
      const told = {
        ...rest,
        facts: facts(path),
        ...(memory !== undefined && { memory }),
        ...(!divided && utilization !== undefined && { utilization }),
        ...(divided && gpuInstance !== undefined && { gpuInstance }),
      };
      if (!isLost) return running(path, told);
      const { facts: _, ...unseen } = told;
      return lost('hidden', unseen);
    });

const leafFigures = fc.record(
  { memoryUsed: fc.integer({ min: 0, max: ROOM }), memoryTotal: fc.constant(ROOM), power: percent },
  { requiredKeys: [] },
);

const gpu = (index: number): fc.Arbitrary<NvmlDevice> =>
  fc.constantFrom([], [], [1, 2], [5]).chain((numbers) =>
    fc
      .record({
        figures: leafFigures,
        utilization: fc.option(percent, { nil: undefined }),
        engines: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 2 }),
        processes: fc.option(fc.array(process(numbers), { maxLength: 8 }), {
          nil: undefined,
          freq: 8,
        }),
        mps: fc.constantFrom(false, false, true),
      })
      .map(({ figures, utilization, engines, processes, mps }) => {
        const { processes: _, ...bare } = device(index, { mps, mig: numbers.length > 0 });
        return {
          ...bare,
          figures: { ...figures, ...(utilization !== undefined && { utilization }) },
          instances: numbers.map((gpuInstance, i) => ({
            gpuInstance,
            uuid: `MIG-${index}-${gpuInstance}`,
            otherUuids: [`MIG-${index}-${gpuInstance}-other`],
            profile: '1g.10gb',
            figures: { memoryUsed: 9 * GIB, memoryTotal: 10 * GIB, engineActive: engines[i] ?? 0 },
          })),
          ...(processes !== undefined && { processes }),
        };
      }),
  );

const looks: fc.Arbitrary<NvmlSnapshot> = fc
  .tuple(gpu(0), gpu(1))
  .map((devices) => snapshot(devices));

/** What the source says of the devices' use: the look itself, or a moment of its own as DCGM has it. */
function told(look: NvmlSnapshot, moment: number | undefined): Telemetry {
  const telemetry = normaliseNvml(look);
  if (moment === undefined) return telemetry;
  return {
    ...telemetry,
    readings: telemetry.readings.map((reading) =>
      reading.metric === 'gpu_utilization_ratio' ? { ...reading, value: moment } : reading,
    ),
  };
}

const DIRECTORY = { pod: () => undefined, namespace: () => undefined, host: () => undefined };

async function seriesOf(look: NvmlSnapshot, moment: number | undefined, sole: boolean) {
  const pipeline = createPipeline({
    node: 'gpu-1',
    rules: DEFAULT_IDENTITY,
    intervalMs: 15_000,
    detectFrozen: false,
  });
  const { series } = pipeline.cycle({
    nowMs: look.atMs,
    monotonicMs: 1_000,
    telemetry: told(look, moment),
    holders: [await reported(look.devices, { sole })],
    directory: DIRECTORY,
    place: { pool: '', rack: '' },
  });
  return series;
}

const moments = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined });

describe('the law of sums, whatever processes a driver tells of', () => {
  it('holds with sound values, beside NVML and beside a source that looks at another moment', async () => {
    await fc.assert(
      fc.asyncProperty(looks, moments, fc.boolean(), async (look, moment, sole) => {
        expect(breaches(await seriesOf(look, moment, sole))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('gives a device and its workloads the same figures, whatever moment the source looked at', async () => {
    await fc.assert(
      fc.asyncProperty(looks, moments, async (look, moment) => {
        const whole = look.devices.filter(
          ({ mig, figures: { utilization = -1 }, processes = [] }) =>
            !mig &&
            utilization >= 0 &&
            processes.length > 0 &&
            processes.every(({ utilization: use = -1 }) => use >= 0 && use <= 100),
        );
        const [one, other] = await Promise.all([
          seriesOf(look, undefined, false),
          seriesOf(look, moment, false),
        ]);
        for (const metric of ['gpu_utilization_ratio', 'gpu_workload_utilization_ratio']) {
          const [a, b] = [sums(one, metric, ['uuid']), sums(other, metric, ['uuid'])];
          for (const { uuid } of whole) {
            expect([uuid, near(a.get(uuid) ?? -1, b.get(uuid) ?? -1)]).toEqual([uuid, true]);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
