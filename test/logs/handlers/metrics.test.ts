import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ErrorJson, ValuesAnswer } from '@gpuscope/datasource/shared';
import {
  sharedStore,
  startPrometheus,
  temporaryFolder,
  type TemporaryFolder,
  type PrometheusServer,
  type SharedStore,
} from '../../servers/index.js';
import { createOpenMetrics } from '../../world/history/openMetrics.js';
import { loadWorld, type LogTruth } from '../../world/logs/index.js';
import { startBackend, type Backend } from './support/backend.js';
import { siteConfig } from './support/site.js';
import { linesOf, noticesOf } from './support/tables.js';
import { appOf, mostFirst, pick, tally, textOf } from './support/truth.js';

const FROM = Date.UTC(2026, 9, 1, 8);
const RANGE = { fromMs: FROM, toMs: FROM + 7_200_000 };

/** workload_pod_info as the cluster's exporter would have shown it while each pod logged. */
function podInfo(truths: readonly LogTruth[]): string {
  const lives = new Map<string, LogTruth[]>();
  for (const truth of truths) {
    const { source } = truth;
    if (source.kind !== 'pod') continue;
    const key = `${source.namespace}/${source.pod}`;
    lives.set(key, [...(lives.get(key) ?? []), truth]);
  }
  const metrics = createOpenMetrics();
  for (const own of lives.values()) {
    const { source } = own[0] ?? {};
    if (source?.kind !== 'pod') continue;
    const { namespace, pod, tenant, app, user } = source;
    const seconds = (truth: LogTruth | undefined): number =>
      Number((truth?.timeNs ?? 0n) / 1_000_000_000n);
    for (let at = seconds(own[0]); at <= seconds(own.at(-1)); at += 60)
      metrics.add('workload_pod_info', 'gauge', { namespace, pod, tenant, app, user }, 1, at);
  }
  return metrics.text();
}

/** KubeSphere's filter drops the labels, so that records do not tell whose pod wrote them. */
describe.each(['elasticsearch-6.8', 'opensearch-2.19'] as const)(
  'KubeSphere’s records on %s',
  (kind) => {
    let store: SharedStore;
    let prometheus: PrometheusServer;
    let folder: TemporaryFolder;
    let truths: readonly LogTruth[];
    let index: string;
    let backend: Backend;

    beforeAll(async () => {
      store = await sharedStore(kind);
      const prefix = store.unique('metrics-');
      const shipments = ['kubesphere'] as const;
      const world = await loadWorld(store, { ...RANGE, count: 1200, seed: 5, prefix, shipments });
      const shipment = world.shipments.get('kubesphere');
      truths = shipment?.truths ?? [];
      index = shipment?.pattern ?? '';
      folder = await temporaryFolder('pod-info');
      const history = join(folder.path, 'pods.om');
      await writeFile(history, podInfo(truths));
      prometheus = await startPrometheus({ history });
      const metrics = { url: prometheus.url };
      backend = await startBackend({ config: siteConfig({ store, index, metrics }) });
    }, 300_000);
    afterAll(async () => {
      await backend.stop();
      await prometheus.stop();
      await folder.remove();
    });

    const apps = (): readonly string[] => mostFirst(truths.map(appOf).filter((app) => app !== ''));

    it('are found by app, user and tenant through the metrics, ended pods too', async () => {
      for (const app of [pick(apps(), 0), pick(apps(), 3), pick(apps(), apps().length - 1)]) {
        const tables = await backend.tables({ selection: { apps: [app] }, limit: 10_000 }, RANGE);
        const own = truths.filter((truth) => appOf(truth) === app);
        expect(tables.flatMap(linesOf)).toEqual(own.map(textOf).reverse());
      }
      const tenantOf = ({ source }: LogTruth): string => source.tenant;
      const tenant = pick(mostFirst(truths.map(tenantOf)), 0);
      const tables = await backend.tables(
        { selection: { tenants: [tenant] }, limit: 10_000 },
        RANGE,
      );
      expect(tables.flatMap(linesOf)).toEqual(
        truths
          .filter((truth) => tenantOf(truth) === tenant)
          .map(textOf)
          .reverse(),
      );
    });

    it('are listed and counted by app, as the metrics know them', async () => {
      const { json } = await backend.call<ValuesAnswer>('values', { name: 'app', range: RANGE });
      const counted = Object.fromEntries(json.values.map(({ text, count }) => [text, count]));
      expect(counted).toEqual(tally(truths.map(appOf).filter((app) => app !== '')));
      const some = await backend.call<ValuesAnswer>('values', {
        name: 'app',
        range: RANGE,
        prefix: pick(apps(), 0).slice(0, 3),
        top: 1,
      });
      expect(some.json.values).toHaveLength(1);
    });

    it('say what they can’t tell where there are no metrics', async () => {
      const other = await startBackend({ config: siteConfig({ store, index }) });
      const app = pick(apps(), 0);
      const { error } = await other.result({ selection: { apps: [app] } }, RANGE);
      expect(error).toMatchObject({ status: 400 });
      expect(error?.message).toMatch(/^FIELD_NOT_EXACT: .*choose namespaces and pods instead/);
      const values = await other.call<ErrorJson>('values', { name: 'app', range: RANGE });
      expect(values).toMatchObject({ status: 400, json: { code: 'FIELD_NOT_EXACT' } });
      const [namespace = ''] = truths.map(({ source }) =>
        source.kind === 'pod' ? source.namespace : '',
      );
      const tables = await other.tables(
        { selection: { namespaces: [namespace] }, limit: 10_000 },
        RANGE,
      );
      expect(tables.flatMap(linesOf).length).toBeGreaterThan(0);
      await other.stop();
    });

    it('say why, when the metrics do not answer', async () => {
      const metrics = { url: 'http://127.0.0.1:1' };
      const other = await startBackend({ config: siteConfig({ store, index, metrics }) });
      const { error } = await other.result({ selection: { apps: [pick(apps(), 0)] } }, RANGE);
      expect(error?.message).toMatch(/SOURCE_UNREACHABLE/);
      expect(noticesOf(await other.tables({}, RANGE)).join()).not.toMatch(/SOURCE/);
      await other.stop();
    });

    it('are explained by the health check', async () => {
      const { status, details } = await backend.health();
      expect(status).toBe('ok');
      const words = JSON.stringify(details);
      expect(words).toMatch(/no pod labels/);
      expect(words).toMatch(/kubesphere \(1 index/);
    });
  },
);
