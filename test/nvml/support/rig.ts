import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addProcess, fakeProc, type FakeProcess } from '../../../exporter/src/proc/testing.js';
import { serve, type Serving } from '../../exporter/support/program.js';
import { until, type Scrape } from '../../exporter/support/scrape.js';
import { temporaryFolder } from '../../servers/temporaryFolder.js';
import type { StubDriver } from '../library.js';
import { startStub, type Scenario, type Stub } from '../stub.js';
import type { FakePod } from './world.js';

export interface RigOptions {
  readonly scenario: Scenario;
  /** What the machine's /proc tells. */
  readonly processes?: readonly FakeProcess[];
  /** Left out: a machine without Kubernetes. */
  readonly pods?: readonly FakePod[];
  readonly driver?: StubDriver;
  /** Of the process ids, such as `pid:[4026531836]`, the initial one. */
  readonly namespace?: string;
  /** In place of the source nvml; the library's path is then the holder's to know. */
  readonly sources?: readonly object[];
  /** In place of the holder processes. */
  readonly holders?: readonly string[];
  /** Of the source nvml; short, so that tests see bursts soon. */
  readonly sampleEvery?: string;
  readonly identity?: Readonly<Record<string, unknown>>;
  /** Seconds from cycle to cycle: short ones find a busy machine late, long ones make a test wait. */
  readonly interval?: number;
}

/** A machine with a scripted driver and /proc, and what reads it. */
export interface Rig {
  readonly stub: Stub;
  /** Folder of its own; removed at the end. */
  readonly folder: string;
  /** Where its /proc is. */
  readonly proc: string;
  /** gpuscope.yaml */
  readonly config: string;
  readonly pidOfAgents: () => Promise<number[]>;
  add(process: FakeProcess): void;
  remove(pid: number): Promise<void>;
  end(): Promise<void>;
}

const NAMESPACE = { apiVersion: 'v1', kind: 'Namespace' };

function podsFile(pods: readonly FakePod[]): string {
  const names = [...new Set(pods.map(({ namespace }) => namespace))];
  const items = [
    ...names.map((name) => ({ ...NAMESPACE, metadata: { name } })),
    ...pods.map(({ object }) => object),
  ];
  return JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
}

/** YAML holds JSON. */
function siteText(options: RigOptions, { library }: Stub, proc: string, pods: string): string {
  const { interval = 3, sampleEvery = '100ms' } = options;
  const folders = { gpustat: join(proc, 'gpustat'), jobMapping: join(proc, 'jobs') };
  const processes = { proc, ...folders, library };
  return JSON.stringify({
    version: 1,
    cluster: 'c1',
    exporter: {
      node: 'gpu-1',
      interval: `${interval}s`,
      dropAfter: `${interval * 3}s`,
      sources: options.sources ?? [{ nvml: { library, sampleEvery } }],
      holders: options.holders ?? [{ processes }],
      pods: options.pods === undefined ? 'none' : { file: pods },
    },
    identity: options.identity ?? {
      tenant: [{ from: 'namespace.name' }],
      app: [{ from: 'pod.label', key: 'app.kubernetes.io/name' }],
    },
  });
}

export async function startRig(options: RigOptions): Promise<Rig> {
  const folder = await temporaryFolder('nvml');
  const stub = await startStub(folder.path, options.scenario, options.driver);
  const proc = fakeProc(options.processes ?? [], options.namespace);
  const [config, pods] = ['gpuscope.yaml', 'synthetic-pods.json'].map((name) =>
    join(folder.path, name),
  ) as [string, string];
  await writeFile(pods, podsFile(options.pods ?? []));
  await writeFile(config, siteText(options, stub, proc, pods));
  return {
    stub,
    folder: folder.path,
    proc,
    config,
    pidOfAgents: async () => [...(await stub.counts()).keys()].sort((a, b) => a - b),
    add: (process) => addProcess(proc, process),
    remove: (pid) => rm(join(proc, String(pid)), { recursive: true }),
    end: async () => {
      await rm(proc, { recursive: true, force: true });
      await folder.remove();
    },
  };
}

type Condition = (seen: Scrape) => boolean | Promise<boolean>;

/** A program that serves what a rig tells. */
export interface Watching extends Serving {
  /** Scrapes until a condition holds; the machine may be busy. */
  until(what: string, holds: Condition): Promise<Scrape>;
}

export async function watch(program: string, rig: Rig, env = {}): Promise<Watching> {
  const running = await serve(program, ['--config', rig.config], { ...rig.stub.env, ...env });
  return { ...running, until: (what, holds) => until(running.url, what, holds) };
}
