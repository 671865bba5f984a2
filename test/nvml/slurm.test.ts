import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundle } from '../exporter/support/program.js';
import type { Scrape } from '../exporter/support/scrape.js';
import { temporaryFolder, type TemporaryFolder } from '../servers/temporaryFolder.js';
import { breaches } from './support/law.js';
import { startRig, watch, type Rig, type Watching } from './support/rig.js';
import { factsOf, ofUser, scriptedOf } from './support/world.js';
import { GIB, gpuUuid, hopper, migUuid, slice } from './stub.js';

/** Nobody of these numbers is known: the number is the name. */
const [ANA, BOB] = [54_321, 54_322];

/** Version 1: Slurm's hierarchies name the job, the others where slurmd itself is. */
const jobOfVersion1 = (uid: number, job: number, root = 'slurm') => ({
  uid,
  cgroup: [
    `12:freezer:/${root}/uid_${uid}/job_${job}/step_0`,
    '9:cpu,cpuacct:/system.slice/slurmd.service',
    `7:memory:/${root}/uid_${uid}/job_${job}/step_0/task_0`,
    `5:devices:/${root}/uid_${uid}/job_${job}/step_0`,
    '1:name=systemd:/system.slice/slurmd.service',
    '0::/system.slice/slurmd.service',
    '',
  ].join('\n'),
});

const shared = [
  ofUser(jobOfVersion1(ANA, 71), { memory: 8 * GIB, busy: 50 }),
  ofUser(jobOfVersion1(BOB, 72, 'slurm_node-7'), { memory: 4 * GIB, busy: 20 }),
];

/** Of an instance with two compute instances; both jobs have memory, in one of them each. */
const divided = [
  ofUser(jobOfVersion1(ANA, 81), { memory: 3 * GIB, gpuInstance: 2 }),
  ofUser(jobOfVersion1(BOB, 82), { memory: 1 * GIB, gpuInstance: 2, computeInstance: 1 }),
];

const OTHER_UUID = migUuid(3, 0x2b);

const GPUS = [
  hopper(0, { processes: scriptedOf(shared), sampleEvery: 0.1 }),
  hopper(1),
  hopper(2),
  hopper(3, {
    mig: true,
    instances: [
      slice(3, 2, { engineActive: 60 }),
      { ...slice(3, 2), computeInstance: 1, uuid: OTHER_UUID, figures: {} },
      slice(3, 5),
    ],
    processes: scriptedOf(divided),
  }),
  hopper(4),
];

/** As a prolog writes them, by the device's name. */
const GPUSTAT: Readonly<Record<string, string>> = {
  0: `71 ${ANA} risk\n72 ${BOB} ocr\n`,
  [gpuUuid(1)]: `73 ${ANA} risk\n`,
};
const JOBS: Readonly<Record<string, string>> = {
  2: '74\n',
  [migUuid(3, 2)]: '81\n',
  [OTHER_UUID]: '82\n',
  '3.5': '83\n',
};

async function writeAll(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(folder, { mode: 0o755 });
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(folder, name), text, { mode: 0o644 });
  }
}

let programs: TemporaryFolder;
let rig: Rig;
let running: Watching;
let seen: Scrape;

beforeAll(async () => {
  programs = await temporaryFolder('nvml-slurm');
  const program = await bundle(programs.path);
  rig = await startRig({
    scenario: { driver: '580.82.07', gpus: GPUS },
    processes: factsOf([...shared, ...divided]),
    identity: {},
  });
  await writeAll(join(rig.proc, 'gpustat'), GPUSTAT);
  await writeAll(join(rig.proc, 'jobs'), JOBS);
  // Whoever may write to a file may say what he likes: it is not believed.
  const open = join(rig.proc, 'jobs', '4');
  await writeFile(open, '99\n');
  await chmod(open, 0o666);
  running = await watch(program, rig);
  seen = await running.until(
    'a whole look',
    ({ value }) => (value('gpu_account_allocated_seconds_total') ?? 0) > 0,
  );
});
afterAll(async () => {
  await running.end('SIGKILL');
  const counts = [...(await rig.stub.counts()).values()];
  await rig.end();
  await programs.remove();
  expect(counts.map(({ misuses }) => misuses)).toEqual(counts.map(() => 0));
});

const workload = (metric: string, job: number, rest = {}): number | undefined =>
  seen.value(`gpu_workload_${metric}`, { hpc_job: String(job), ...rest });

describe('a Slurm node', () => {
  it('tells jobs by control groups of version 1, with users, and accounts from the prolog', () => {
    const [first, second] = [
      { user: String(ANA), tenant: 'risk', gpu: '0' },
      { user: String(BOB), tenant: 'ocr', gpu: '0' },
    ];
    expect(workload('memory_used_bytes', 71, first)).toBe(8 * GIB);
    expect(workload('memory_used_bytes', 72, second)).toBe(4 * GIB);
    expect(workload('utilization_ratio', 71, first)).toBeCloseTo(0.5, 1);
    expect(workload('utilization_ratio', 72, second)).toBeCloseTo(0.2, 1);
    expect(workload('info', 72, { utilization_method: 'process' })).toBe(1);
  });

  it('knows by /run/gpustat who holds a GPU and runs nothing on it', () => {
    const held = { gpu: '1', uuid: gpuUuid(1), user: String(ANA), tenant: 'risk' };
    expect(workload('allocated_ratio', 73, held)).toBe(1);
    expect(workload('utilization_ratio', 73, held)).toBe(0);
  });

  it('knows by DCGM’s job mapping who holds a GPU', () => {
    expect(workload('allocated_ratio', 74, { gpu: '2' })).toBe(1);
  });

  it('attributes each compute instance of a GPU instance, whichever of them a job has', () => {
    const on = { gpu: '3', gpu_instance: '2' };
    expect(workload('memory_used_bytes', 81, on)).toBe(3 * GIB);
    expect(workload('memory_used_bytes', 82, on)).toBe(1 * GIB);
    for (const job of [81, 82]) {
      expect(workload('allocated_ratio', job, on)).toBe(0.5);
      expect(workload('utilization_ratio', job, on)).toBeCloseTo(0.3, 6);
      expect(workload('info', job, { ...on, memory_method: 'process' })).toBe(1);
    }
    expect(workload('allocated_ratio', 83, { gpu: '3', gpu_instance: '5' })).toBe(1);
  });

  it('does not believe a file that others may write, and then calls no device free', () => {
    expect(workload('allocated_ratio', 99)).toBeUndefined();
    const fourth = { gpu: '4' };
    expect(seen.value('gpu_unattributed_allocated_ratio', { ...fourth, reason: 'unknown' })).toBe(
      1,
    );
    expect(seen.value('gpu_unattributed_allocated_ratio', { ...fourth, reason: 'free' })).toBe(
      undefined,
    );
  });

  it('keeps the law of sums', () => {
    expect(breaches(seen.samples)).toEqual([]);
  });
});
