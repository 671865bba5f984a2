import fc from 'fast-check';
import type {
  Board,
  Capacity,
  Claim,
  DeviceMetric,
  DeviceRef,
  HeldFigure,
  Holder,
  HolderFigure,
  HolderReport,
  LeafId,
  Reading,
  Telemetry,
} from '@gpuscope/aggregation';

type DeviceFigure = NonNullable<HolderReport['deviceFigures']>[number];

/** One cycle of an invented node: what the source says, what the holder sources say, and the time since the last. */
export interface ScenarioCycle {
  readonly elapsedMs: number;
  readonly telemetry: Telemetry | undefined;
  readonly holders: readonly HolderReport[];
}

const MIG_SETS = [
  ['1g.10gb', '2g.20gb', '3g.40gb'],
  ['7g.80gb'],
  ['1g.10gb+me', '1g.10gb', ''],
  ['3g.40gb', '3g.40gb'],
];

/** Of an instance's second compute instance. */
const otherUuid = (board: number | string, instance: number): string =>
  `MIG-synthetic-${board}-${instance}-other`;

const boardOf = (index: number, profiles: readonly string[], told: boolean): Board => ({
  uuid: `GPU-synthetic-${index}`,
  gpu: String(index),
  model: index % 2 === 0 ? 'NVIDIA H100 80GB HBM3' : 'NVIDIA A30',
  pciBusId: `00000000:0${index}:00.0`,
  driverVersion: '570.1',
  minor: String(index),
  instances: profiles.map((migProfile, i) => ({
    gpuInstance: String(i + 3),
    migProfile,
    ...(told ? { migUuids: [`MIG-synthetic-${index}-${i}`, otherUuid(index, i)] } : {}),
  })),
});

const boards: fc.Arbitrary<readonly Board[]> = fc
  .array(fc.tuple(fc.constantFrom([], [], ...MIG_SETS), fc.boolean()), {
    minLength: 1,
    maxLength: 3,
  })
  .map((kinds) => kinds.map(([profiles, told], i) => boardOf(i, profiles, told)));

const leafIds = ({ uuid, instances }: Board): LeafId[] =>
  instances.length === 0
    ? [{ uuid, gpuInstance: '' }]
    : instances.map(({ gpuInstance }) => ({ uuid, gpuInstance }));

const holder: fc.Arbitrary<Holder> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('pod' as const),
      namespace: fc.constantFrom('team-a', 'team-b'),
      pod: fc.constantFrom('p0', 'p1', 'p2', 'p3'),
      container: fc.constantFrom('', 'main', 'side'),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'host' as const, host: 'synthetic-vm' }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('local' as const),
      host: fc.constantFrom('synthetic-vm', 'synthetic-node'),
      user: fc.constantFrom('ana', 'bob', '1001'),
      group: fc.constantFrom('', 'research'),
      unit: fc.constantFrom('', 'vllm.service'),
      job: fc.constantFrom('', '4711', '4712'),
      account: fc.constantFrom('', 'risk'),
    }),
  },
);

function device(all: readonly Board[]): fc.Arbitrary<{ device: DeviceRef; resource: string }> {
  const refs = all.flatMap((board) => [
    { device: { by: 'uuid' as const, uuid: board.uuid }, resource: 'nvidia.com/gpu' },
    ...leafIds(board).flatMap(({ uuid, gpuInstance }, i) => {
      const profile = board.instances[i]?.migProfile.replaceAll('+', '.') ?? '';
      const resource = profile === '' ? 'nvidia.com/gpu' : `nvidia.com/mig-${profile}`;
      return [
        { device: { by: 'instance' as const, uuid, gpuInstance }, resource },
        {
          device: { by: 'migUuid' as const, migUuid: `MIG-synthetic-${board.gpu}-${i}` },
          resource,
        },
        { device: { by: 'migUuid' as const, migUuid: otherUuid(board.gpu, i) }, resource },
        { device: { by: 'minor' as const, minor: board.gpu, gpuInstance }, resource },
      ];
    }),
  ]);
  const gone = {
    device: { by: 'uuid' as const, uuid: 'GPU-synthetic-gone' },
    resource: 'nvidia.com/gpu',
  };
  return fc.constantFrom(...refs, gone);
}

function report(all: readonly Board[]): fc.Arbitrary<HolderReport> {
  const claim: fc.Arbitrary<Claim> = fc
    .tuple(
      device(all),
      holder,
      fc.integer({ min: 0, max: 3 }),
      fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 3 }),
    )
    .map(([at, who, replicas, share]) => ({
      ...at,
      holder: who,
      replicas,
      ...(share === null ? {} : { statedShare: share }),
    }));
  const capacity: fc.Arbitrary<Capacity> = fc
    .tuple(device(all), fc.integer({ min: 1, max: 4 }))
    .map(([at, replicas]) => ({ ...at, replicas }));
  return fc.record(
    {
      source: fc.constantFrom('podResources', 'dcgmLabels', 'processes'),
      claims: fc.array(claim, { maxLength: 6 }),
      capacities: fc.array(capacity, { maxLength: 5 }),
      unknownResources: fc.constant(new Map<string, number>()),
      unreadableIds: fc.constant([]),
      silentMeansFree: fc.boolean(),
      figures: fc.array(heldFigure(all), { maxLength: 8 }),
      deviceFigures: fc.array(deviceFigure(all), { maxLength: 3 }),
      mpsDevices: fc.subarray(all.map(({ uuid }) => uuid)),
    },
    {
      requiredKeys: [
        'source',
        'claims',
        'capacities',
        'unknownResources',
        'unreadableIds',
        'silentMeansFree',
      ],
    },
  );
}

const ratio = fc.oneof(fc.constant(0), fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true }));
const bytes = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 80 * 2 ** 30 }));
const watts = fc.oneof(fc.constant(0), fc.double({ min: 1, max: 700, noNaN: true }));

/** What a holder source says that a device did over its processes' window; some of it no measurement gives. */
function deviceFigure(all: readonly Board[]): fc.Arbitrary<DeviceFigure> {
  const value = fc.oneof(
    { weight: 5, arbitrary: ratio },
    { weight: 1, arbitrary: fc.constantFrom(NaN, -1, Infinity, 1.5) },
  );
  return fc
    .tuple(device(all), value)
    .map(([at, told]) => ({ device: at.device, metric: 'gpu_utilization_ratio', value: told }));
}

/** A figure by process; those that could not be placed are nobody's. */
function heldFigure(all: readonly Board[]): fc.Arbitrary<HeldFigure> {
  return fc
    .tuple(
      device(all),
      fc.option(holder, { freq: 5 }),
      fc.oneof(
        fc.record({ metric: fc.constant('gpu_utilization_ratio' as const), value: ratio }),
        fc.record({ metric: fc.constant('gpu_memory_used_bytes' as const), value: bytes }),
      ),
    )
    .map(([at, who, figure]) => ({
      device: at.device,
      ...figure,
      ...(who === null ? {} : { holder: who }),
    }));
}

/** A figure that the source gives or lacks. */
const maybe = (
  metric: DeviceMetric,
  at: LeafId,
  value: fc.Arbitrary<number>,
): fc.Arbitrary<readonly Reading[]> =>
  fc.oneof(
    { weight: 5, arbitrary: value.map((found): Reading[] => [{ metric, ...at, value: found }]) },
    { weight: 1, arbitrary: fc.constant<readonly Reading[]>([]) },
  );

const join = (parts: readonly fc.Arbitrary<readonly Reading[]>[]): fc.Arbitrary<Reading[]> =>
  fc.tuple(...parts).map((found) => found.flat());

const boardReadings = (board: Board): fc.Arbitrary<Reading[]> =>
  join([
    maybe('gpu_power_watts', { uuid: board.uuid, gpuInstance: '' }, watts),
    maybe('gpu_power_limit_watts', { uuid: board.uuid, gpuInstance: '' }, fc.constant(700)),
    maybe('gpu_temperature_celsius', { uuid: board.uuid, gpuInstance: '' }, fc.constant(50)),
    ...leafIds(board).flatMap((leaf) => [
      maybe('gpu_utilization_ratio', leaf, ratio),
      maybe('gpu_memory_used_bytes', leaf, bytes),
      maybe('gpu_memory_total_bytes', leaf, fc.constant(80 * 2 ** 30)),
      maybe('gpu_sm_active_ratio', leaf, ratio),
    ]),
  ]);

function podFigure(all: readonly Board[]): fc.Arbitrary<HolderFigure> {
  const where = {
    leaf: fc.constantFrom(...all.flatMap(leafIds)),
    namespace: fc.constantFrom('team-a', 'team-b'),
    pod: fc.constantFrom('p0', 'p1', 'p2', 'ended'),
    container: fc.constantFrom('', '', 'main'),
  };
  return fc
    .oneof(
      fc.record({ ...where, metric: fc.constant('gpu_utilization_ratio' as const), value: ratio }),
      fc.record({ ...where, metric: fc.constant('gpu_memory_used_bytes' as const), value: bytes }),
    )
    .map(({ leaf, ...rest }) => ({ ...leaf, ...rest }));
}

/** What a board's energy counter does in a cycle: it grows by some joules, or is reset to some. */
interface EnergyStep {
  readonly reset: boolean;
  readonly joules: number;
}

interface BoardStep {
  readonly present: boolean;
  readonly energy: EnergyStep;
  readonly energyTold: boolean;
  readonly readings: readonly Reading[];
}

interface Step {
  readonly elapsedMs: number;
  readonly silent: boolean;
  readonly boards: readonly BoardStep[];
  readonly figures: readonly HolderFigure[];
  readonly holders: readonly HolderReport[];
}

const often = (weight: number): fc.Arbitrary<boolean> =>
  fc.oneof({ weight, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) });

const boardStep = (board: Board): fc.Arbitrary<BoardStep> =>
  fc.record({
    present: often(8),
    energy: fc.record({
      reset: often(8).map((grows) => !grows),
      joules: fc.double({ min: 0, max: 20_000, noNaN: true }),
    }),
    energyTold: often(8),
    readings: boardReadings(board),
  });

const step = (all: readonly Board[]): fc.Arbitrary<Step> =>
  fc.record({
    elapsedMs: fc.oneof(
      { weight: 6, arbitrary: fc.constant(15_000) },
      { weight: 2, arbitrary: fc.constantFrom(0, 14_000, 44_999, 45_001, 200_000) },
    ),
    silent: often(8).map((speaks) => !speaks),
    boards: fc.tuple(...all.map(boardStep)),
    figures: fc.array(podFigure(all), { maxLength: 5 }),
    holders: fc.array(report(all), { maxLength: 2 }),
  });

const EMPTY = {
  holders: [],
  lastXid: new Map<string, number>(),
  xids: [],
  clockEventReasons: new Map<string, number>(),
  labelsHolders: false,
  fields: new Set<string>(),
  drops: [],
  clamped: 0,
  foreignHosts: [],
  lost: [],
};

/** Runs the energy counters through the steps. A board that counts tells its counter whenever it is first seen. */
function play(all: readonly Board[], counts: boolean, steps: readonly Step[]): ScenarioCycle[] {
  const joules = all.map((_, i) => 1_000_000 * (i + 1));
  const told = new Set<number>();
  return steps.map(({ elapsedMs, silent, boards: states, figures, holders }) => {
    const present = all.filter((_, i) => states[i]?.present === true);
    const readings = states.flatMap((state, i): Reading[] => {
      const uuid = all[i]?.uuid ?? '';
      joules[i] = (state.energy.reset ? 0 : (joules[i] ?? 0)) + state.energy.joules;
      if (silent || !state.present) return [];
      if (!counts || (told.has(i) && !state.energyTold)) return [...state.readings];
      told.add(i);
      const value = joules[i] ?? 0;
      const energy = { metric: 'gpu_energy_joules_total', uuid, gpuInstance: '', value } as const;
      return [...state.readings, energy];
    });
    const uuids = new Set(present.map(({ uuid }) => uuid));
    const telemetry = {
      ...EMPTY,
      boards: present,
      readings,
      figures: distinct(figures.filter(({ uuid }) => uuids.has(uuid))),
    };
    return { elapsedMs, telemetry: silent ? undefined : telemetry, holders };
  });
}

/** One figure per holder and metric, as a source gives them. */
function distinct(figures: readonly HolderFigure[]): HolderFigure[] {
  const key = (one: HolderFigure): string => JSON.stringify({ ...one, value: 0 });
  return [...new Map(figures.map((one) => [key(one), one])).values()];
}

export interface Scenario {
  /** Whether the boards have energy counters; without, power over time stands in. */
  readonly counts: boolean;
  readonly cycles: readonly ScenarioCycle[];
}

export const scenarios: fc.Arbitrary<Scenario> = fc
  .tuple(boards, fc.boolean())
  .chain(([all, counts]) =>
    fc
      .array(step(all), { minLength: 2, maxLength: 7 })
      .map((steps) => ({ counts, cycles: play(all, counts, steps) })),
  );
