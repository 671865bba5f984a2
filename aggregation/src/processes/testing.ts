import type { ProcessFacts } from './facts.js';
import type { ProcessPlace } from './place.js';
import { placeProcess } from './place.js';

type Found = Extract<ProcessFacts, { found: true }>;

/** A pod's uid and a container's id, made up. */
export const POD = '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
export const POD_IN_SLICE = POD.replaceAll('-', '_');
export const STATIC_POD = 'c0ffee00c0ffee00c0ffee00c0ffee00';
export const ID = 'ab12'.repeat(16);

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
