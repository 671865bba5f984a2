import fc from 'fast-check';
import type { NvmlProcess } from '@gpuscope/aggregation';
import {
  AT,
  busy,
  device,
  facts,
  figuresOf,
  local,
  lost,
  made,
  migDevice,
  POD_A,
  POD_B,
  reported,
  running,
  SERVE,
  TRAIN,
} from './testing.js';

const GPU_0 = { by: 'uuid', uuid: 'GPU-0' };
const GPU_1 = { by: 'uuid', uuid: 'GPU-1' };
const MEMORY = 'gpu_memory_used_bytes';
const USE = 'gpu_utilization_ratio';

describe('toReport: whose a process is', () => {
  it('names pods and their containers', async () => {
    const { claims } = await reported([
      busy(0, running(AT.pod(POD_A)), running(AT.pod(POD_B))),
      busy(1, running(AT.pod(POD_A, 'cd34'.repeat(16)))),
    ]);
    expect(claims).toEqual([
      { device: GPU_0, holder: TRAIN, replicas: 1, resource: '' },
      { device: GPU_0, holder: SERVE, replicas: 1, resource: '' },
      // Its status does not tell of this container yet.
      { device: GPU_1, holder: { ...TRAIN, container: '' }, replicas: 1, resource: '' },
    ]);
  });

  it('names units, sessions and plain users of a machine', async () => {
    const bob = facts('/', { uid: 1001, gid: 5000 });
    const { claims } = await reported([
      busy(
        0,
        running(AT.unit('vllm.service'), { facts: facts(AT.unit('vllm.service'), { uid: 0 }) }),
        running(AT.session(1000)),
        running('/', { facts: bob }),
        running('/', { facts: facts('/', { uid: 4242 }) }),
      ),
    ]);
    expect(claims.map(({ holder }) => holder)).toEqual([
      local({ unit: 'vllm.service', user: 'root', group: 'root' }),
      local({ user: 'alice', group: 'users' }),
      local({ user: 'bob', group: 'research' }),
      local({ user: '4242' }),
    ]);
  });

  it('takes the primary group and not the one that a process was started with', async () => {
    const path = AT.session(1000);
    const chosen = running(path, { facts: facts(path, { gid: 5000 }) });
    const { claims } = await reported([busy(0, chosen, running(path))]);
    expect(claims.map(({ holder }) => holder)).toEqual([local({ user: 'alice', group: 'users' })]);
  });

  it('names the container around a cluster whose pods it does not know', async () => {
    const outer = `docker-${'ef56'.repeat(16)}.scope`;
    const inside = `/system.slice/${outer}/kubepods/pod`;
    const unknown = 'cccccccc-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
    const { claims } = await reported([
      busy(0, running(`${inside}${unknown}/${'1'.repeat(64)}`), running(`${inside}${POD_A}`)),
    ]);
    expect(claims.map(({ holder }) => holder)).toEqual([
      local({ unit: outer, user: 'alice', group: 'users' }),
      { ...TRAIN, container: '' },
    ]);
  });

  it('counts each process that has no holder once, by reason', async () => {
    const pid = 77;
    const { claims, unplacedProcesses } = await reported([
      busy(0, lost('ended', { pid }), lost('hidden'), running(AT.pod('c'.repeat(32)))),
      busy(1, lost('ended', { pid }), lost('hidden'), lost('unreadable'), running('/kubepods/x')),
    ]);
    expect(claims).toEqual([]);
    expect(Object.fromEntries(unplacedProcesses ?? [])).toEqual({
      ended: 1,
      hidden: 2,
      unreadable: 1,
      unknown_pod: 1,
      unknown_cgroup: 1,
    });
  });
});

describe('toReport: figures', () => {
  it('adds up each holder’s processes on each device', async () => {
    const report = await reported([
      busy(
        0,
        running(AT.pod(POD_A), { memory: 10, utilization: 20 }),
        running(AT.pod(POD_A), { memory: 5, utilization: 30 }),
        running(AT.pod(POD_B), { memory: 7, utilization: 0 }),
      ),
      busy(1, running(AT.pod(POD_A), { memory: 1, utilization: 3 })),
    ]);
    expect(figuresOf(report, MEMORY)).toEqual([
      [GPU_0, TRAIN, 15],
      [GPU_0, SERVE, 7],
      [GPU_1, TRAIN, 1],
    ]);
    expect(figuresOf(report, USE)).toEqual([
      [GPU_0, TRAIN, 0.5],
      [GPU_0, SERVE, 0],
      [GPU_1, TRAIN, 0.03],
    ]);
  });

  it('says what nobody we know uses', async () => {
    const report = await reported([
      busy(
        0,
        lost('hidden', { memory: 3, utilization: 10 }),
        lost('ended', { memory: 4, utilization: 0 }),
      ),
    ]);
    expect(figuresOf(report, MEMORY)).toEqual([[GPU_0, undefined, 7]]);
    expect(figuresOf(report, USE)).toEqual([[GPU_0, undefined, 0.1]]);
  });

  it('says nothing of what the driver can’t tell', async () => {
    const report = await reported([busy(0, running(AT.pod(POD_A)), running(AT.pod(POD_B)))]);
    expect(report.figures).toEqual([]);
    expect(report.claims).toHaveLength(2);
  });

  it('says nothing of a device of which the driver tells a part only', async () => {
    const report = await reported([
      busy(
        0,
        running(AT.pod(POD_A), { memory: 10, utilization: 20 }),
        running(AT.pod(POD_B), { memory: 5 }),
        lost('ended', { ended: true, utilization: 3 }),
      ),
      busy(
        1,
        running(AT.pod(POD_A), { utilization: 1 }),
        lost('hidden', { utilization: 2, memory: 8 }),
      ),
    ]);
    expect(figuresOf(report, USE)).toEqual([
      [GPU_1, TRAIN, 0.01],
      [GPU_1, undefined, 0.02],
    ]);
    expect(figuresOf(report, MEMORY)).toEqual([
      [GPU_0, TRAIN, 10],
      [GPU_0, SERVE, 5],
      [GPU_0, undefined, 0],
    ]);
  });

  it('says of a device that is empty that somebody looked', async () => {
    const report = await reported([device(0), migDevice(1, [3], [])]);
    expect(figuresOf(report, MEMORY)).toEqual([
      [GPU_0, undefined, 0],
      [{ by: 'instance', uuid: 'GPU-1', gpuInstance: '3' }, undefined, 0],
    ]);
    expect(figuresOf(report, USE)).toEqual([[GPU_0, undefined, 0]]);
  });

  it('says nothing of a device whose list the driver refuses', async () => {
    const { processes: _, ...unlisted } = device(0);
    const report = await reported([unlisted, device(1)]);
    expect(figuresOf(report, MEMORY)).toEqual([[GPU_1, undefined, 0]]);
  });

  it('does not believe a process to have more than the device: nobody’s would be left', async () => {
    const garbage = running(AT.pod(POD_A), { memory: 2 ** 62 });
    const train = running(AT.pod(POD_A), { memory: 10 });
    const serve = running(AT.pod(POD_B), { memory: 80 });
    const figures = { memoryTotal: 80 };
    const instance = migDevice(
      1,
      [3, 4],
      [
        running(AT.pod(POD_A), { gpuInstance: 3, memory: 41 }),
        running(AT.pod(POD_A), { gpuInstance: 4, memory: 40 }),
      ],
    );
    const report = await reported([
      device(0, { figures, processes: [garbage, train, serve] }),
      {
        ...instance,
        figures: { memoryTotal: 80 },
        instances: instance.instances.map((one) => ({ ...one, figures: { memoryTotal: 40 } })),
      },
      device(2, { figures, processes: [serve] }),
    ]);
    expect(figuresOf(report, MEMORY)).toEqual([
      [{ by: 'instance', uuid: 'GPU-1', gpuInstance: '4' }, TRAIN, 40],
      [{ by: 'uuid', uuid: 'GPU-2' }, SERVE, 80],
    ]);
  });

  it.each([-1, 101, NaN, 4_294_967_295])(
    'takes %p %% for a use that is not told',
    async (utilization) => {
      const report = await reported([
        busy(
          0,
          running(AT.pod(POD_A), { utilization }),
          running(AT.pod(POD_B), { utilization: 40 }),
        ),
      ]);
      expect(figuresOf(report, USE)).toEqual([]);
    },
  );

  it('tells what a device did over the window of its processes, where it tells theirs', async () => {
    const told = running(AT.pod(POD_A), { utilization: 40 });
    const untold = running(AT.pod(POD_A));
    const of = (index: number, ...processes: readonly NvmlProcess[]) =>
      device(index, { figures: { utilization: 62 }, processes });
    const { deviceFigures } = await reported([
      of(0, told),
      of(1, untold),
      of(2),
      device(3, { processes: [told] }),
      { ...migDevice(4, [3], []), figures: { utilization: 62 } },
    ]);
    expect(deviceFigures).toEqual([
      { device: GPU_0, metric: USE, value: 0.62 },
      { device: { by: 'uuid', uuid: 'GPU-2' }, metric: USE, value: 0.62 },
    ]);
  });

  it('lets a process that has ended count with its use and without memory', async () => {
    const report = await reported([
      busy(0, running(AT.pod(POD_A), { ended: true, utilization: 40 })),
    ]);
    expect(report.claims).toHaveLength(1);
    expect(figuresOf(report, MEMORY)).toEqual([[GPU_0, TRAIN, 0]]);
    expect(figuresOf(report, USE)).toEqual([[GPU_0, TRAIN, 0.4]]);
  });

  it('never loses or invents any: the sums are those of the processes', async () => {
    const process = fc.record({
      path: fc.constantFrom(
        AT.pod(POD_A),
        AT.pod(POD_B),
        AT.session(1000),
        AT.job('7'),
        '/kubepods',
      ),
      memory: fc.integer({ min: 0, max: 2 ** 36 }),
      utilization: fc.integer({ min: 0, max: 100 }),
      on: fc.integer({ min: 0, max: 2 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(process, { maxLength: 40 }), async (all) => {
        const devices = [0, 1, 2].map((index) =>
          busy(
            index,
            ...all
              .filter(({ on }) => on === index)
              .map(({ path, memory, utilization }) => running(path, { memory, utilization })),
          ),
        );
        const { figures = [], claims } = await reported(devices);
        for (const uuid of ['GPU-0', 'GPU-1', 'GPU-2']) {
          const on = all.filter(({ on: index }) => uuid === `GPU-${index}`);
          const sum = (metric: string): number =>
            figures
              .filter(
                (one) => one.metric === metric && 'uuid' in one.device && one.device.uuid === uuid,
              )
              .reduce((total, { value }) => total + value, 0);
          expect(sum(MEMORY)).toBe(on.reduce((total, { memory }) => total + memory, 0));
          expect(sum(USE)).toBeCloseTo(on.reduce((total, one) => total + one.utilization, 0) / 100);
        }
        // Whoever has a figure has a claim, and nobody has two of them.
        const keys = claims.map(({ device: ref, holder }) => JSON.stringify([ref, holder]));
        expect(new Set(keys).size).toBe(keys.length);
        for (const { device: ref, holder } of figures) {
          if (holder !== undefined) expect(keys).toContain(JSON.stringify([ref, holder]));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('toReport: shared devices', () => {
  it('names the instance of a process on MIG', async () => {
    const a = running(AT.pod(POD_A), { gpuInstance: 3, memory: 9 });
    const b = running(AT.pod(POD_B), { gpuInstance: 4, memory: 8 });
    const report = await reported([migDevice(0, [3, 4], [a, b])]);
    const [three, four] = ['3', '4'].map((gpuInstance) => ({
      by: 'instance',
      uuid: 'GPU-0',
      gpuInstance,
    }));
    expect(report.claims.map(({ device: ref, holder }) => [ref, holder])).toEqual([
      [three, TRAIN],
      [four, SERVE],
    ]);
    expect(figuresOf(report, MEMORY)).toEqual([
      [three, TRAIN, 9],
      [four, SERVE, 8],
    ]);
    expect(figuresOf(report, USE)).toEqual([]);
  });

  it('gives a process of no known instance to the GPU, so that none of them passes for free', async () => {
    const { claims } = await reported([migDevice(0, [3, 4], [running(AT.pod(POD_A))])]);
    expect(claims.map(({ device: ref }) => ref)).toEqual([GPU_0]);
  });

  it('lets a screen hold a GPU only where nobody computes', async () => {
    const path = AT.unit('gdm.service');
    const screen = (): ReturnType<typeof running> =>
      running(path, { kind: 'graphics', memory: 4, facts: facts(path, { uid: 0 }) });
    const report = await reported([
      busy(0, screen(), running(AT.pod(POD_A), { memory: 90 })),
      busy(1, screen()),
    ]);
    const gdm = local({ unit: 'gdm.service', user: 'root', group: 'root' });
    expect(report.claims.map(({ device: ref, holder }) => [ref, holder])).toEqual([
      [GPU_0, TRAIN],
      [GPU_1, gdm],
    ]);
    expect(figuresOf(report, MEMORY)).toContainEqual([GPU_0, gdm, 4]);
  });

  it('leaves out the MPS server, and says where MPS is at work', async () => {
    const server = running(AT.unit('mps.service'), {
      facts: facts(AT.unit('mps.service'), { command: 'nvidia-cuda-mps' }),
    });
    const client = running(AT.pod(POD_A), { kind: 'mps' });
    const mps = device(0, { mps: true, processes: [server, client] });
    const report = await reported([mps, device(1)]);
    expect(report.claims.map(({ holder }) => holder)).toEqual([TRAIN]);
    expect(report.mpsDevices).toEqual(['GPU-0']);
  });

  it('does not let a process get out of sight by the MPS server’s name', async () => {
    const named = (path: string, rest: object = {}): ReturnType<typeof running> =>
      running(path, { facts: facts(path, { command: 'nvidia-cuda-mps' }), ...rest });
    const { claims } = await reported([
      busy(0, named(AT.pod(POD_A))),
      device(1, { mps: true, processes: [named(AT.pod(POD_A), { kind: 'mps' })] }),
      device(2, { mps: true, processes: [named(AT.pod(POD_A)), named(AT.unit('mps.service'))] }),
    ]);
    const held = claims.flatMap(({ device: ref, holder }) =>
      holder.kind === 'pod' && 'uuid' in ref ? ref.uuid : [],
    );
    expect(held).toEqual(['GPU-0', 'GPU-1', 'GPU-2']);
  });
});

describe('toReport: what silence means', () => {
  const sole = { sole: true };
  const folder = { exists: true, devices: [], problems: [] };

  it('is free where nothing else hands out devices', async () => {
    expect((await reported([device(0), busy(1, running('/'))], sole)).silentMeansFree).toBe(true);
    expect((await reported([device(0)])).silentMeansFree).toBe(false);
  });

  it('is not free while a process is there of which nobody knows whose it is', async () => {
    const free = async (...processes: Parameters<typeof busy>[1][]): Promise<boolean> =>
      (await reported([busy(0, ...processes), device(1)], sole)).silentMeansFree;
    expect(await free(lost('hidden'))).toBe(false);
    expect(await free(lost('ended', { ended: true }))).toBe(true);
    expect(await free(lost('hidden'), running('/'))).toBe(true);
  });

  it('is not free where a list was refused', async () => {
    const { processes: _, ...unlisted } = device(0);
    expect((await reported([unlisted, device(1)], sole)).silentMeansFree).toBe(false);
  });

  it('is not free where a prolog’s file could not be read', async () => {
    const free = async (problems: readonly string[]): Promise<boolean> =>
      (await reported([device(0)], { ...sole, folders: [{ ...folder, problems }] }))
        .silentMeansFree;
    expect(await free(['/run/gpustat/0: permission denied'])).toBe(false);
    expect(await free([])).toBe(true);
  });

  it('is not free where Slurm hands out devices without a file that tells', async () => {
    const first = await made([busy(0, running(AT.job('7'))), device(1)], sole);
    expect(first.report.silentMeansFree).toBe(false);
    const { slurmSeen } = first;
    expect((await reported([device(0)], { ...sole, slurmSeen })).silentMeansFree).toBe(false);
    const told = { ...sole, slurmSeen, folders: [folder] };
    expect((await reported([device(0)], told)).silentMeansFree).toBe(true);
  });
});

describe('toReport: machines with many processes', () => {
  it('names thousands of them, with as many lookups as users', async () => {
    const devices = Array.from({ length: 8 }, (_, index) =>
      busy(
        index,
        ...Array.from({ length: 2_000 }, (_unused, i) =>
          running(AT.session(2_000 + (i % 50)), { memory: 1, utilization: 0 }),
        ),
      ),
    );
    const report = await reported(devices);
    expect(report.claims).toHaveLength(8 * 50);
    expect(figuresOf(report, MEMORY).every((one) => (one as unknown[])[2] === 40)).toBe(true);
  });
});
