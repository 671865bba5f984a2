import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './freePort.js';
import { startProcess, withFreePort, type ServerProcess } from './process.js';
import {
  askPrometheus,
  instantQuery,
  rangeQuery,
  type InstantSample,
  type QueryRange,
  type RangeSeries,
} from './prometheusApi.js';
import { ensurePrometheus } from './prometheusProgram.js';
import { createBlocks } from './promtool.js';

export interface PrometheusOptions {
  /**
   * prometheus.yml: its text, or an object (JSON is YAML). An object is given `rule_files: [rules/*]` when
   * there are rules; a text says so itself.
   */
  readonly config?: string | Readonly<Record<string, unknown>>;
  /** File name → text of a rules file; they are written to `rules/` beside the configuration. */
  readonly rules?: Readonly<Record<string, string>>;
  /** Further flags, for example `--web.enable-remote-write-receiver`. */
  readonly flags?: readonly string[];
  /** An OpenMetrics file with timestamps whose samples are there from the start. */
  readonly history?: string;
  /** Puts blocks into its data folder before it starts. */
  readonly fill?: (dataFolder: string) => Promise<void>;
}

export interface PrometheusServer {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly pid: number;
  /** Holds prometheus.yml, rules/, data/ and prometheus.log; gone after `stop`. */
  readonly dir: string;
  /** @param at seconds since the epoch; left out, now. @throws {Error} with Prometheus' message */
  query(query: string, at?: number): Promise<readonly InstantSample[]>;
  queryRange(query: string, range: QueryRange): Promise<readonly RangeSeries[]>;
  /** Any other call below /api/v1/, for example `targets`; answers its `data`. */
  api(path: string, params?: Readonly<Record<string, string>>): Promise<unknown>;
  /** Reads configuration and rules again, changed ones if they are given. */
  reload(change?: Pick<PrometheusOptions, 'config' | 'rules'>): Promise<void>;
  stop(): Promise<void>;
}

/** Starts Prometheus on 127.0.0.1 in a folder of its own. @throws {Error} with its last log lines */
export async function startPrometheus(options: PrometheusOptions = {}): Promise<PrometheusServer> {
  const { prometheus } = await ensurePrometheus();
  const dir = await mkdtemp(join(tmpdir(), 'gpuscope-prometheus-'));
  try {
    await writeFiles(dir, options);
    if (options.history !== undefined) await createBlocks(options.history, join(dir, 'data'));
    await options.fill?.(join(dir, 'data'));
    const { server, url } = await withFreePort(freePort, async (port) => ({
      url: `http://127.0.0.1:${port}`,
      server: await launch(prometheus, dir, port, options.flags ?? []),
    }));
    return control(server, url, dir);
  } catch (error) {
    await rm(dir, { recursive: true, force: true });
    throw error;
  }
}

async function writeFiles(
  dir: string,
  { config = {}, rules = {} }: Pick<PrometheusOptions, 'config' | 'rules'>,
): Promise<void> {
  const withRules = Object.keys(rules).length > 0 ? { rule_files: ['rules/*'] } : {};
  const text = typeof config === 'string' ? config : JSON.stringify({ ...config, ...withRules });
  await rm(join(dir, 'rules'), { recursive: true, force: true });
  await mkdir(join(dir, 'rules'));
  await writeFile(join(dir, 'prometheus.yml'), text);
  for (const [name, rule] of Object.entries(rules)) await writeFile(join(dir, 'rules', name), rule);
}

function launch(
  command: string,
  dir: string,
  port: number,
  flags: readonly string[],
): Promise<ServerProcess> {
  const data = join(dir, 'data');
  const url = `http://127.0.0.1:${port}`;
  return startProcess({
    name: 'Prometheus',
    command,
    args: [
      `--config.file=${join(dir, 'prometheus.yml')}`,
      `--storage.tsdb.path=${data}`,
      `--web.listen-address=127.0.0.1:${port}`,
      '--web.enable-lifecycle',
      '--web.enable-admin-api',
      '--storage.tsdb.retention.time=10y',
      ...flags,
    ],
    log: join(dir, 'prometheus.log'),
    deadlineMs: 180_000,
    isReady: async () => {
      const ready = await fetch(`${url}/-/ready`);
      if (!ready.ok) return false;
      // Its data folder is ours alone, so whoever names it is the process that was started here.
      const said = (await askPrometheus(url, 'status/flags')) as Record<string, string>;
      return said['storage.tsdb.path'] === data;
    },
  });
}

function control(server: ServerProcess, url: string, dir: string): PrometheusServer {
  return {
    url,
    dir,
    pid: server.pid,
    query: (query, at) => instantQuery(url, query, at),
    queryRange: (query, range) => rangeQuery(url, query, range),
    api: (path, params) => askPrometheus(url, path, params),
    reload: async (change) => {
      if (change !== undefined) await writeFiles(dir, change);
      const answer = await fetch(`${url}/-/reload`, { method: 'POST' });
      if (!answer.ok) throw new Error(`Prometheus did not reload: ${await answer.text()}`);
    },
    stop: async () => {
      await server.stop();
      await rm(dir, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
