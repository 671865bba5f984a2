import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  startRsyslog,
  temporaryFolder,
  type ServerProcess,
  type TemporaryFolder,
} from '../../servers/index.js';
import { sharedStore, type SharedStore } from '../../servers/stores/shared.js';
import {
  createAsker,
  siteText,
  textColumn,
  timeColumn,
  type Asker,
} from '../../world/logs/asking/index.js';
import { createLogHistory, type LogTruth, type PodSource } from '../../world/logs/index.js';
import { rsyslogConfig, servePods, writePodFiles } from '../../world/logs/shipping/index.js';
import { countBy, groupBy } from './support/answers.js';

const FROM = Date.UTC(2026, 9, 1, 8);
const range = { fromMs: FROM, toMs: FROM + 3_600_000 };
const truths = [...createLogHistory({ ...range, count: 3000, burst: 500, seed: 5 })].filter(
  ({ source }) => source.kind === 'pod',
);
const pods = new Map<string, PodSource>(
  truths.flatMap(({ source }) =>
    source.kind === 'pod' ? [[`${source.namespace}/${source.pod}`, source]] : [],
  ),
);

async function arrive(store: SharedStore, pattern: string, count: number): Promise<void> {
  const deadline = Date.now() + 120_000;
  let found = 0;
  while (found < count) {
    if (Date.now() > deadline) throw new Error(`${found} of ${count} lines arrived`);
    await sleep(300);
    await store.request('POST', `/${pattern}/_refresh`);
    const { body } = await store.request('GET', `/${pattern}/_count`);
    found = (body as { count?: number }).count ?? 0;
  }
}

describe("the site's container logs, moved by rsyslog into Elasticsearch 8.19", () => {
  let folder: TemporaryFolder;
  let rsyslog: ServerProcess;
  let asker: Asker;
  let stopPods: () => Promise<void>;

  beforeAll(async () => {
    const store = await sharedStore('elasticsearch-8.19');
    folder = await temporaryFolder('rsyslog');
    const indexPrefix = store.unique('logstash');
    const containers = join(folder.path, 'containers');
    const api = await servePods((namespace, name) => pods.get(`${namespace}/${name}`));
    stopPods = api.stop;
    await mkdir(containers);
    const config = rsyslogConfig({
      containers,
      folder: join(folder.path, 'rsyslog'),
      kubernetesUrl: api.url,
      storeUrl: store.url,
      indexPrefix,
    });
    // Half of the lines are there when the shipper starts, the others come while it reads.
    const half = truths.length / 2;
    await writePodFiles(containers, truths.slice(0, half));
    rsyslog = await startRsyslog(config, join(folder.path, 'rsyslog'));
    await writePodFiles(containers, truths.slice(half));
    await arrive(store, `${indexPrefix}-*`, truths.length);
    asker = await createAsker({
      folder: join(folder.path, 'backend'),
      config: siteText({
        cluster: 'demo',
        store: { kind: 'elasticsearch-8.19', url: store.url },
        index: `${indexPrefix}-*`,
      }),
    });
  }, 300_000);

  afterAll(async () => {
    await asker.close();
    await rsyslog.stop();
    await stopPods();
    await folder.remove();
  });

  it('are found by app, to the nanosecond and in the order in which they were written', async () => {
    const apps = groupBy(truths, ({ source }) => source.app);
    expect(apps.size).toBeGreaterThan(8);
    for (const [app, written] of apps) {
      const question = { show: 'lines', direction: 'oldest', limit: 10_000 } as const;
      const tables = await asker.query({ ...question, selection: { apps: [app] } }, range);
      const found = tables.flatMap((table) => {
        const lines = textColumn(table, 'body');
        return timeColumn(table, 'timestamp').map((timeNs, at) => [timeNs, lines[at]]);
      });
      expect([app, found]).toEqual([app, written.map(({ timeNs, line }) => [timeNs, line])]);
    }
  });

  it('carry the labels that Kubernetes tells', async () => {
    const name = 'label.app.kubernetes.io/name';
    const { values } = await asker.values({ selection: {}, name, top: 100, range });
    const found = Object.fromEntries(values.map(({ text, count }) => [text, count]));
    expect(found).toEqual(countBy(truths, labelOf));
  });
});

const labelOf = ({ source }: LogTruth): string =>
  source.kind === 'pod' ? (source.labels['app.kubernetes.io/name'] ?? '') : '';
