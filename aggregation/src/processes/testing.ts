import fc from 'fast-check';
import type { ProcessFacts } from './facts.js';
import type { ProcessPlace } from './place.js';
import { placeProcess } from './place.js';

type Found = Extract<ProcessFacts, { found: true }>;

/** A pod's uid and a container's id, made up. */
export const POD = '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
export const POD_IN_SLICE = POD.replaceAll('-', '_');
export const STATIC_POD = 'c0ffee00c0ffee00c0ffee00c0ffee00';
export const ID = 'ab12'.repeat(16);
const OTHER_POD = 'ffffffff-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
const OTHER_ID = 'cd34'.repeat(16);

export const factsOf = (cgroup: string, rest: Partial<Found> = {}): ProcessFacts => ({
  found: true,
  cgroup,
  uid: 1000,
  gid: 100,
  startTicks: 4711,
  command: 'python3',
  ...rest,
});

/** Place of a process of user 1000, group 100, by its one path in version 2. */
export const placeAt = (path: string): ProcessPlace => placeProcess(factsOf(`0::${path}\n`));

/** The text that version 1 shows where every controller has the same path. */
export const everyController = (path: string): string =>
  ['name=systemd', 'pids', 'memory', 'cpu,cpuacct', 'devices', 'freezer', 'cpuset']
    .map((controller, i) => `${7 - i}:${controller}:${path}\n`)
    .join('');

export const container = (podUid: string, containerId: string): object => ({
  kind: 'container',
  podUid,
  containerId,
  uid: 1000,
  gid: 100,
});

/** Names that somebody might give a group to pass for another: what the code looks for, and anything else. */
const temptingName = fc.oneof(
  fc.constantFrom(
    '..',
    'kubepods',
    'kubepods.slice',
    'kubepods-burstable.slice',
    'burstable',
    `pod${OTHER_POD}`,
    `kubepods-pod${OTHER_POD.replaceAll('-', '_')}.slice`,
    `kubepods-pod${OTHER_POD.replaceAll('-', '_')}.slice:cri-containerd:${OTHER_ID}`,
    OTHER_ID,
    `cri-containerd-${OTHER_ID}.scope`,
    `docker-${OTHER_ID}.scope`,
    'docker',
    'slurm',
    'uid_0',
    'job_1',
    'step_0',
    'slurmstepd.scope',
    'system.slice',
    'user.slice',
    'user-0.slice',
    'user@0.service',
    'vllm.service',
    'containerd.service',
    'init.scope',
    'lxc.payload.c1',
    'x (deleted)',
  ),
  fc.string({ maxLength: 12 }).map((name) => name.replace(/[/\n\0]/g, '_')),
);

/** A tree of groups below one's own. */
export const temptingPath = fc
  .array(temptingName, { minLength: 1, maxLength: 6 })
  .map((names) => names.map((name) => `/${name}`).join(''));
