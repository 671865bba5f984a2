import { join } from 'node:path';
import { mustRun } from './command.js';
import { ensureHelm } from './helm.js';
import { repositoryRoot } from './repository.js';

/** A file of deploy/manifests: the chart with other values, for those who install without Helm. */
interface Manifest {
  readonly file: string;
  readonly about: string;
  /** As after helm's --set, with dots in the keys. */
  readonly values: Readonly<Record<string, string | boolean>>;
  /** Templates to take, of templates/; left out, all. */
  readonly only?: readonly string[];
}

const bare = { 'monitoring.kind': 'none', 'prometheusRule.enabled': false } as const;
/** NVML is asked by a second process. */
const withAgent = {
  'node.processes.enabled': true,
  'node.resources.requests.memory': '192Mi',
} as const;
const noClusterRole = { 'clusterRole.enabled': false } as const;

/** Monitors and rules have files of their own: without the Prometheus operator their kinds are not known. */
const MANIFESTS: readonly Manifest[] = [
  {
    file: 'existing-dcgm.yaml',
    about: 'The exporter on GPU nodes, beside the dcgm-exporter of gpu-operator.',
    values: { ...bare, ...noClusterRole, 'namespace.create': true },
  },
  {
    file: 'sidecar.yaml',
    about: 'The exporter on GPU nodes, with a dcgm-exporter of its own.',
    values: { ...bare, ...noClusterRole, 'namespace.create': true, 'dcgm.mode': 'sidecar' },
  },
  {
    file: 'existing-dcgm-processes.yaml',
    about:
      'As existing-dcgm.yaml, and what each of the pods that share a GPU uses of it: reads processes (hostPID).',
    values: {
      ...bare,
      ...noClusterRole,
      'namespace.create': true,
      ...withAgent,
    },
  },
  {
    file: 'nvml.yaml',
    about:
      'The exporter on GPU nodes without any DCGM: reads the driver itself, and processes (hostPID).',
    values: {
      ...bare,
      ...noClusterRole,
      'namespace.create': true,
      'dcgm.mode': 'none',
      ...withAgent,
    },
  },
  {
    file: 'cluster.yaml',
    about:
      'The role cluster: names the tenant, app and user of every pod. Apply it after one of the forms for GPU nodes.',
    values: { ...bare, 'node.enabled': false },
  },
  {
    file: 'podmonitor.yaml',
    about: 'For the Prometheus operator: scrapes both roles.',
    values: { 'prometheusRule.enabled': false },
    only: ['monitors.yaml'],
  },
];

const chart = (): string => join(repositoryRoot(), 'deploy/chart/gpuscope');

/**
 * Runs `helm template` on the chart, as release `gpuscope` in namespace `gpuscope` unless told otherwise.
 * @param args further arguments of helm
 * @throws {Error} with helm's words
 */
export async function renderChart(
  args: readonly string[] = [],
  { release = 'gpuscope', namespace = 'gpuscope' } = {},
): Promise<string> {
  const command = ['template', release, chart(), '--namespace', namespace, ...args];
  // Templates leave a space where a block begins.
  return (await mustRun(await ensureHelm(), command)).replace(/[ \t]+$/gm, '');
}

/** Runs `helm lint --strict` on the chart. @throws {Error} with its findings */
export async function lintChart(): Promise<string> {
  return mustRun(await ensureHelm(), ['lint', '--strict', chart()]);
}

/** The files of deploy/manifests that are made from the chart, by their path below the repository's root. */
export async function renderManifests(): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const { file, about, values, only = [] } of MANIFESTS) {
    const text = await renderChart([
      ...Object.entries(values).flatMap(([key, value]) => ['--set', `${key}=${value}`]),
      ...only.flatMap((name) => ['--show-only', `templates/${name}`]),
    ]);
    const head = `# ${about}\n# Made by \`node deploy/render.mjs\` from deploy/chart/gpuscope. Do not edit.\n`;
    files.set(`deploy/manifests/${file}`, head + text);
  }
  return files;
}
