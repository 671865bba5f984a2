import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { RULE_GROUPS, ruleFile } from '@gpuscope/provisioning';
import { startPrometheus, type PrometheusServer } from '../../servers/index.js';
import { historyIntoPrometheus, WORLD_RULES } from '../../world/history/index.js';
import { createPreviewWorld } from '../../world/preview.js';
import { selfText } from './selfText.js';
import { withTrouble } from './trouble.js';

/** The simulated site with some hours behind it, in a Prometheus with our rules. */
export interface Site {
  readonly prometheus: PrometheusServer;
  /** A moment at which there are figures and alerts, seconds since the epoch. */
  readonly now: number;
  readonly stop: () => Promise<void>;
}

/** Enough for a GPU that was forgotten for two hours, and for pods that have shown what they need. */
const DAYS = 0.35;

/** As coarse as rates over five minutes allow. */
const STEPS = [{ leftSeconds: 0, stepSeconds: 150 }];

/** What breaks of itself in the preview breaks soon after people look; here some minutes ago. */
const LOOKED_AGO = 300;

/** Figures go on for as long as it may take until the rules have been evaluated. */
const AHEAD_SECONDS = 1200;

async function fill(
  folder: string,
  start: number,
  cluster: string | undefined,
  at: number,
): Promise<void> {
  // Blocks are named after their beginning.
  const days = DAYS + (at * 300) / 86_400;
  const world = createPreviewWorld({ nowSeconds: start - LOOKED_AGO, days });
  const first = world.site.nodes[0]?.name ?? '';
  await historyIntoPrometheus({
    folder,
    world,
    rules: WORLD_RULES,
    until: () => start + AHEAD_SECONDS,
    steps: STEPS,
    edit: (telemetry, node, at) => withTrouble(telemetry, node, start - at, first),
    ...(cluster === undefined ? {} : { extra: { cluster } }),
  });
}

/** @param clusters labels of as many clusters, of the same nodes, tenants and apps each; `undefined`: no label */
export async function startSite(clusters: readonly (string | undefined)[]): Promise<Site> {
  const start = Math.floor(Date.now() / 1000);
  const dir = await mkdtemp(join(tmpdir(), 'boards-'));
  const history = join(dir, 'self.om');
  await writeFile(history, selfText(start + AHEAD_SECONDS, 'gpu-h100-1', clusters));
  const rules = ruleFile(RULE_GROUPS).replaceAll('interval: 5m', 'interval: 10s');
  const prometheus = await startPrometheus({
    config: {
      global: { evaluation_interval: '10s' },
      // What rules record is older than the newest figures.
      storage: { tsdb: { out_of_order_time_window: '1h' } },
    },
    rules: { 'gpuscope.rules.yaml': rules },
    history,
    fill: async (folder) => {
      for (const [at, cluster] of clusters.entries()) await fill(folder, start, cluster, at);
    },
  });
  await untilAlerted(prometheus);
  return {
    prometheus,
    now: Math.ceil(Date.now() / 1000),
    stop: async () => {
      await prometheus.stop();
      await rm(dir, { recursive: true });
    },
  };
}

/** Half a minute where much else runs. */
const ALERTED_MS = 240_000;

/** Rules have been evaluated when one of the last of them has told something. */
async function untilAlerted(prometheus: PrometheusServer): Promise<void> {
  const deadline = performance.now() + ALERTED_MS;
  const wanted = 'count(ALERTS{alertstate="firing", alertname=~"Gpu.+"})';
  while ((await prometheus.query(wanted)).length === 0) {
    if (performance.now() > deadline) throw new Error('no alert of ours has fired within minutes');
    await sleep(300);
  }
}
