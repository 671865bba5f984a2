import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder, type TemporaryFolder } from '../servers/temporaryFolder.js';
import { startSimulatedSite, type RunningSite } from '../world/start/site.js';
import { bundle, serve, SOON_MS, type Serving } from './support/program.js';
import { until, type Scrape } from './support/scrape.js';

let folder: TemporaryFolder;
let site: RunningSite;
const running = new Map<string, Serving>();

beforeAll(async () => {
  folder = await temporaryFolder('exporter-site');
  const program = await bundle(folder.path);
  site = await startSimulatedSite(folder.path, 1);
  for (const { name, role, config } of site.exporters) {
    const file = join(folder.path, `${name}.yaml`);
    await writeFile(file, config ?? '');
    running.set(name, await serve(program, ['--config', file, '--role', role]));
  }
}, 60_000);
afterAll(async () => {
  await Promise.all([...running.values()].map((one) => one.end('SIGKILL')));
  await site.stop();
  await folder.remove();
});

const nodes = () => site.exporters.filter(({ role }) => role === 'node').map(({ name }) => name);

function scraped(
  name: string,
  what: string,
  holds: (seen: Scrape) => boolean | Promise<boolean>,
): Promise<Scrape> {
  const one = running.get(name);
  if (one === undefined) throw new Error(`${name} does not run`);
  return until(one.url, what, holds);
}

const firstCycle = (name: string) =>
  scraped(name, 'the first cycle', (seen) => (seen.value('gpuscope_exporter_boards') ?? 0) > 0);

/** A page of when everybody who is asked has answered: on a busy machine the first cycle goes without somebody. */
const knowing = (name: string) =>
  scraped(
    name,
    'a cycle that knows every holder',
    ({ value, samples }) =>
      value('gpuscope_exporter_holder_up', { holder: 'podResources' }) === 1 &&
      value('gpuscope_exporter_pod_directory_synced') === 1 &&
      value('gpuscope_exporter_unknown_pods') === 0 &&
      samples.some((one) => one.name === 'gpu_workload_allocated_ratio'),
  );

/** The names of pods that stand with devices. */
const heldBy = ({ samples }: Scrape): Readonly<Record<string, string>>[] =>
  samples
    .filter(({ labels }) => labels.has('pod') && labels.has('uuid'))
    .map(({ labels }) =>
      Object.fromEntries(
        ['namespace', 'pod', 'tenant', 'app', 'user'].map((key) => [key, labels.get(key) ?? '']),
      ),
    );

const sum = ({ samples }: Scrape, name: string): number =>
  samples.filter((one) => one.name === name).reduce((total, { value }) => total + value, 0);

describe('a site with Kubernetes, the kubelet and dcgm-exporter, by their protocols', () => {
  it('gives every holder on every node its names', async () => {
    for (const name of nodes()) {
      const seen = await knowing(name);
      expect(seen.value('gpuscope_exporter_unreadable_device_ids')).toBe(0);
      expect(sum(seen, 'gpuscope_exporter_unplaced_claims')).toBe(0);
      const holders = seen.samples.filter((one) => one.name === 'gpu_workload_allocated_ratio');
      expect(holders.length).toBeGreaterThan(0);
      for (const { labels } of holders) {
        for (const label of ['tenant', 'app', 'user', 'namespace', 'pod', 'container']) {
          expect([label, labels.get(label) ?? '']).not.toEqual([label, '']);
        }
      }
    }
  });

  it('adds up: what is held, free and unknown of the devices is all of the devices', async () => {
    for (const name of nodes()) {
      const seen = await firstCycle(name);
      const leaves = seen.samples.filter((one) => one.name === 'gpu_slice_ratio').length;
      expect(leaves).toBeGreaterThan(0);
      expect(
        sum(seen, 'gpu_workload_allocated_ratio') + sum(seen, 'gpu_unattributed_allocated_ratio'),
      ).toBeCloseTo(leaves, 9);
      expect(
        sum(seen, 'gpu_workload_power_watts') + sum(seen, 'gpu_unattributed_power_watts'),
      ).toBeCloseTo(sum(seen, 'gpu_power_watts'), 6);
    }
  });

  it('names, once per cluster, every pod that holds a device on a node', async () => {
    for (const name of nodes()) {
      let unnamed: string[] = [];
      // Pods come and go: the two pages are of two moments.
      await scraped('cluster', `the pods of ${name}`, async (cluster) => {
        const held = heldBy(await knowing(name));
        unnamed = held
          .filter((names) => cluster.value('workload_pod_info', names) !== 1)
          .map((names) => JSON.stringify(names));
        return held.length > 0 && unnamed.length === 0;
      }).catch((error: unknown) => {
        throw new Error(`without a name: ${unnamed.join()}`, { cause: error });
      });
    }
  });

  it('stays small', async () => {
    for (const name of running.keys()) {
      const one = await scraped(name, 'a page', () => true);
      expect(one.value('process_resident_memory_bytes')).toBeLessThan(200 * 2 ** 20);
    }
  });

  it('ends at once though its watches are open', async () => {
    for (const one of running.values()) {
      const { status, ms } = await one.end('SIGTERM');
      expect(status).toBe(0);
      expect(ms).toBeLessThan(SOON_MS);
    }
  });
});
