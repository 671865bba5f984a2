import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { boards, en, isOwn, plainOf, type BoardSpec, type PanelSpec } from '@gpuscope/dashboards';
import { RULE_GROUPS, ruleFile } from '@gpuscope/provisioning';
import { startPrometheus, type PrometheusServer } from '../servers/index.js';
import { worldHistory } from '../world/history/history.js';
import { DEMO_SITE } from '../world/model/site.js';
import { createWorld } from '../world/model/world.js';

/** The site has been going for so long, and its last hours are in Prometheus. */
const WARM_UP_SECONDS = 4 * 3600;
const HISTORY_SECONDS = 3600;
const STEP_SECONDS = 30;

/** What Grafana puts in place of its variables: one of `$name` and `${name:…}` each. */
function interpolate(expr: string, values: Readonly<Record<string, string>>): string {
  const given: Readonly<Record<string, string>> = {
    __rate_interval: '2m',
    __range: '2h',
    __interval: '30s',
    rank: '0',
    ...values,
  };
  return expr.replace(/\$(\w+)/g, (found, name: string) => given[name] ?? found);
}

const ALL = { cluster: '.*', tenant: '.*', app: '.*', user: '.*', node: '.*' };

interface Asked {
  readonly name: string;
  readonly expr: string;
}

/** The panels that the app shows, and those that a stock Grafana shows in the place of our own. */
const panelsOf = ({ sections }: BoardSpec): readonly PanelSpec[] =>
  sections
    .flatMap(({ panels }) => panels)
    .flatMap((panel) => (isOwn(panel) ? [panel, ...plainOf(panel)] : [panel]));

const queriesOf = (board: BoardSpec): Asked[] => [
  ...panelsOf(board).flatMap(({ id, queries }) =>
    queries.map(({ refId, expr }) => ({ name: `${board.id}/${id}/${refId}`, expr })),
  ),
  ...board.marks.map(({ name, expr }) => ({ name: `${board.id}/mark ${name}`, expr })),
  ...board.variables.flatMap((variable) =>
    variable.kind === 'labelValues'
      ? [{ name: `${board.id}/variable ${variable.name}`, expr: variable.selector }]
      : [],
  ),
];

/** An XID 79, broken memory and an application's fault in the last half hour. */
function withTrouble(text: string, ageSeconds: number): string {
  if (ageSeconds > 1500 || !text.includes('gpu-node-1')) return text;
  return text
    .replace(/^(DCGM_FI_DEV_XID_ERRORS\{gpu="0".*\}) 0$/m, '$1 79')
    .replace(/^(DCGM_FI_DEV_XID_ERRORS\{gpu="1".*\}) 0$/m, '$1 31')
    .replace(/^(DCGM_FI_DEV_ECC_DBE_VOL_TOTAL\{gpu="0".*\}) 0$/m, '$1 2')
    .replace(/^(DCGM_FI_DEV_ROW_REMAP_PENDING\{gpu="0".*\}) 0$/m, '$1 1');
}

describe.each([
  ['without a cluster label', undefined],
  ['with a cluster label', 'idc1'],
])('every query of every board, %s', (_, cluster) => {
  let dir: string;
  let prometheus: PrometheusServer;
  let now: number;
  let tenants: readonly string[];

  beforeAll(async () => {
    now = Math.floor(Date.now() / 1000);
    const world = createWorld(DEMO_SITE, now - WARM_UP_SECONDS);
    dir = await mkdtemp(join(tmpdir(), 'boards-'));
    const history = join(dir, 'history.om');
    const text = worldHistory(world, {
      fromSeconds: now - HISTORY_SECONDS,
      toSeconds: now + 60,
      stepSeconds: STEP_SECONDS,
      edit: (said, at) => withTrouble(said, now - at),
      ...(cluster === undefined ? {} : { cluster }),
    });
    await writeFile(history, text);
    // The account group waits for five minutes; here it may not.
    const rules = ruleFile(RULE_GROUPS).replaceAll('interval: 5m', 'interval: 1s');
    prometheus = await startPrometheus({
      config: { global: { evaluation_interval: '1s' } },
      rules: { 'gpuscope.rules.yaml': rules },
      history,
    });
    await untilRecorded(prometheus);
    const found = await prometheus.query('count by (tenant) (gpu_workload_allocated_gpus)');
    tenants = found.map(({ labels }) => labels['tenant'] ?? '');
  }, 180_000);

  afterAll(async () => {
    await prometheus.stop();
    await rm(dir, { recursive: true });
  });

  const answers = async (
    asked: readonly Asked[],
    values: Readonly<Record<string, string>>,
  ): Promise<string[]> => {
    const empty: string[] = [];
    for (const { name, expr } of asked) {
      const found = await prometheus.query(interpolate(expr, { ...ALL, ...values }));
      if (found.length === 0) empty.push(name);
    }
    return empty;
  };

  it.each(boards(en).map((board) => [board.id, board] as const))(
    'of %s answers, none empty',
    async (_id, board) => {
      expect(await answers(queriesOf(board), {})).toEqual([]);
    },
  );

  it('of App and User answers a tenant, with series that carry the tenant only', async () => {
    expect(tenants.length).toBeGreaterThan(2);
    const own = boards(en).filter(({ audience }) => audience === 'tenant');
    for (const board of own) {
      for (const { name, expr } of queriesOf(board).filter(
        (one) => !one.name.includes('variable'),
      )) {
        const query = interpolate(expr, { ...ALL, tenant: 'nobody-of-this-name' });
        const found = (await prometheus.query(query)).filter(({ value }) => value !== 0);
        expect({ name, found }).toEqual({ name, found: [] });
      }
    }
  });
});

/** Rules have been evaluated when the last of their groups has recorded something. */
async function untilRecorded(prometheus: PrometheusServer): Promise<void> {
  const deadline = Date.now() + 60_000;
  const wanted = [
    'account:gpu_energy_joules:increase5m',
    'app:memory_requests_bytes:sum',
    'ALERTS{alertstate="firing", alertname=~"Gpu.+"}',
  ];
  for (const name of wanted) {
    while ((await prometheus.query(`count(${name})`)).length === 0) {
      if (Date.now() > deadline) throw new Error(`${name} was not recorded within a minute`);
      await sleep(300);
    }
  }
}
