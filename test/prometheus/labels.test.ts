import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startPrometheus, type PrometheusServer } from '../servers/index.js';
import { repositoryRoot } from '../servers/repository.js';
import { careless, rulesOfJob, rulesOfPodMonitor, type LabelRules } from './scrapeRules.js';

type LabelSet = Readonly<Record<string, string>>;

/** Tells the ways of scraping apart: as a parameter to the exporter, as a label in Prometheus. */
const WAY = 'way';

const HASTE = { scrape_interval: '1s', scrape_timeout: '1s' };

// A second each where nothing else runs, and many beside other servers.
const PATIENCE_MS = 120_000;
jest.setTimeout(3 * PATIENCE_MS);

/** An exporter that serves what ours serves of a node with one GPU held and one free. */
interface Exporter {
  readonly address: string;
  /** How often it was scraped in this way. */
  scrapes(way: string): number;
  close(): void;
}

const golden = readFileSync(join(repositoryRoot(), 'test/golden/whole/expected.prom'), 'utf8');
// Of the exporter itself, as /metrics has them below the figures.
const own =
  '# TYPE gpuscope_exporter_source_up gauge\ngpuscope_exporter_source_up{source="dcgm"} 1\n';
// And of the role cluster, for the pod of a GPU that is not the exporter's.
const pods =
  '# TYPE workload_pod_info gauge\nworkload_pod_info{namespace="team-a",pod="train-0",tenant="a",app="train",user=""} 1\n';

async function startExporter(): Promise<Exporter> {
  const scrapes = new Map<string, number>();
  const server: Server = createServer(({ url = '' }, response) => {
    const way = new URL(url, 'http://exporter').searchParams.get(WAY) ?? '';
    scrapes.set(way, (scrapes.get(way) ?? 0) + 1);
    response.setHeader('content-type', 'text/plain; version=0.0.4');
    response.end(golden + own + pods);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `127.0.0.1:${port}`,
    scrapes: (way) => scrapes.get(way) ?? 0,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** What service discovery knows of the exporter's pod: static labels stand in for it. */
const discovered = (pod: string): LabelSet => ({
  __meta_kubernetes_namespace: 'gpuscope',
  __meta_kubernetes_pod_name: pod,
  __meta_kubernetes_pod_container_name: 'exporter',
  __meta_kubernetes_pod_container_port_name: 'metrics',
  __meta_kubernetes_pod_phase: 'Running',
  __meta_kubernetes_pod_node_name: 'gpu-node-7',
});

interface Way {
  readonly name: string;
  readonly rules: LabelRules;
  readonly job: string;
  readonly instance: string;
}

const VM_JOB = 'gpuscope-vm';

const WAYS: readonly Way[] = [
  {
    name: 'PodMonitor, role node',
    rules: rulesOfPodMonitor('gpuscope-node'),
    job: 'gpuscope-node',
    instance: 'gpu-node-7',
  },
  {
    name: 'PodMonitor, role cluster',
    rules: rulesOfPodMonitor('gpuscope-cluster'),
    job: 'gpuscope-cluster',
    instance: 'gpuscope-cluster',
  },
  {
    name: 'scrape-kubernetes.yaml, role node',
    rules: rulesOfJob('scrape-kubernetes.yaml', 'gpuscope-node'),
    job: 'gpuscope-node',
    instance: 'gpu-node-7',
  },
  {
    name: 'scrape-kubernetes.yaml, role cluster',
    rules: rulesOfJob('scrape-kubernetes.yaml', 'gpuscope-cluster'),
    job: 'gpuscope-cluster',
    instance: 'gpuscope-cluster',
  },
  {
    name: 'scrape-vm.yaml',
    rules: rulesOfJob('scrape-vm.yaml', VM_JOB),
    job: VM_JOB,
    instance: '127.0.0.1',
  },
];

const CARELESS = 'careless';

/** Each way scrapes the same exporter; the label `way`, put behind the shipped rules, tells them apart. */
function config(exporter: Exporter, pod: string): Readonly<Record<string, unknown>> {
  const job = (name: string, jobName: string, { honor_labels, relabel_configs }: LabelRules) => ({
    job_name: jobName,
    honor_labels,
    params: { [WAY]: [name] },
    relabel_configs: [...relabel_configs, { target_label: WAY, replacement: name }],
    static_configs: [{ targets: [exporter.address], labels: discovered(pod) }],
  });
  return {
    global: HASTE,
    scrape_configs: [
      // A job's name is given by our rules where there is an operator; jobs of one name can't stand in one file.
      ...WAYS.map(({ name, rules, job: own }, at) =>
        job(name, name.startsWith('PodMonitor') ? `monitor-${at}` : own, rules),
      ),
      job(CARELESS, CARELESS, careless),
    ],
  };
}

const HELD = 'gpu_workload_utilization_ratio';

describe('labels on the wire', () => {
  let prometheus: PrometheusServer;
  let before: readonly LabelSet[];
  let after: readonly LabelSet[];
  const exporters: Exporter[] = [];

  const all = async (): Promise<readonly LabelSet[]> =>
    (await prometheus.api('series', { 'match[]': '{__name__!=""}' })) as readonly LabelSet[];

  /** A scrape of each of these ways is stored: one more has begun, and the last one was not too slow for the machine. */
  async function scraped(exporter: Exporter, ways: readonly string[]): Promise<void> {
    const deadline = performance.now() + PATIENCE_MS;
    const isStored = async (way: string): Promise<boolean> =>
      exporter.scrapes(way) > 1 && (await prometheus.query(`up{${WAY}="${way}"} == 1`)).length > 0;
    for (const way of ways) {
      while (!(await isStored(way))) {
        if (performance.now() > deadline) throw new Error(`no scrape of ${way} was stored`);
        await sleep(50);
      }
    }
  }

  const everyWay = [...WAYS.map(({ name }) => name), CARELESS];

  beforeAll(async () => {
    const [first, second] = [await startExporter(), await startExporter()];
    exporters.push(first, second);
    prometheus = await startPrometheus({ config: config(first, 'gpuscope-node-xk2p9') });
    await scraped(first, everyWay);
    before = await all();
    // The DaemonSet makes the pod anew: another name, another address.
    await prometheus.reload({ config: config(second, 'gpuscope-node-b7d4q') });
    await scraped(second, everyWay);
    after = await all();
  });

  afterAll(async () => {
    for (const exporter of exporters) exporter.close();
    await prometheus.stop();
  });

  const of = (series: readonly LabelSet[], way: string): readonly LabelSet[] =>
    series.filter((labels) => labels.way === way);

  const text = (labels: LabelSet): string => JSON.stringify(Object.entries(labels).sort());
  const texts = (series: readonly LabelSet[]): readonly string[] => series.map(text).sort();

  describe.each(WAYS)('$name', ({ name, job, instance }) => {
    it('leaves no exported_ label', () => {
      const found = of(before, name);
      expect(found.length).toBeGreaterThan(50);
      const keys = new Set(found.flatMap((labels) => Object.keys(labels)));
      expect([...keys].filter((key) => key.startsWith('exported_'))).toEqual([]);
    });

    it('says namespace, pod and container of whoever holds the GPU', () => {
      const held = of(before, name).filter((labels) => labels.__name__ === HELD);
      expect(held).not.toHaveLength(0);
      for (const labels of held) {
        expect(labels).toMatchObject({ namespace: 'team-a', pod: 'train-0', container: 'main' });
      }
    });

    it('puts the exporter’s own pod on nothing, device series and up included', () => {
      const carrying = of(before, name).filter(({ pod }) => pod?.startsWith('gpuscope') === true);
      expect(carrying).toEqual([]);
      const up = of(before, name).filter((labels) => labels.__name__ === 'up');
      expect(up).toHaveLength(1);
      expect(Object.keys(up[0] ?? {})).not.toEqual(expect.arrayContaining(['pod']));
    });

    it(`sets instance to ${instance} and job to ${job}`, () => {
      for (const labels of of(before, name)) expect(labels).toMatchObject({ instance, job });
    });

    it('has the same series after the exporter’s pod was made anew', () => {
      expect(texts(of(after, name))).toEqual(texts(of(before, name)));
    });
  });

  it('would be seen: a monitor without our rules has both faults', () => {
    const held = of(before, CARELESS).filter((labels) => labels.__name__ === HELD);
    expect(held[0]).toMatchObject({ exported_pod: 'train-0', pod: 'gpuscope-node-xk2p9' });
    expect(of(after, CARELESS).length).toBeGreaterThan(of(before, CARELESS).length);
  });

  it('lets our labels win over those that a site adds to its targets', async () => {
    const [first] = exporters;
    if (first === undefined) throw new Error('no exporter');
    const rules = rulesOfPodMonitor('gpuscope-node');
    const site = { target_label: 'node', replacement: 'synthetic-other' };
    await prometheus.reload({
      config: {
        global: HASTE,
        scrape_configs: [
          {
            job_name: 'site',
            honor_labels: rules.honor_labels,
            params: { [WAY]: ['site'] },
            relabel_configs: [
              ...rules.relabel_configs,
              site,
              { target_label: WAY, replacement: 'site' },
            ],
            static_configs: [{ targets: [first.address], labels: discovered('p') }],
          },
        ],
      },
    });
    await scraped(first, ['site']);
    const held = of(await all(), 'site').filter((labels) => labels.__name__ === HELD);
    expect(held[0]?.node).not.toBe('synthetic-other');
    expect(held[0]).not.toHaveProperty('exported_node');
  });
});
