import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createPlugin,
  type Asked,
  type HealthResult,
  type LogsPlugin,
  type PluginContext,
  type PluginOptions,
  type QueryResult,
} from '@gpuscope/datasource/backend';
import type { AppLogsQuery } from '@gpuscope/datasource/shared';
import type { Table, TimeRange } from '@gpuscope/aggregation/logs';
import { temporaryFolder } from '../../../servers/index.js';

/** How somebody asks: Grafana's word of who they are, and the headers that come along. */
export interface Who {
  readonly login?: string;
  readonly role?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Question = Partial<Omit<AppLogsQuery, 'refId' | 'version'>> & {
  readonly intervalMs?: number;
};

/** The backend, spoken to as the protocol would. */
export interface Backend {
  readonly plugin: LogsPlugin;
  readonly asked: readonly Asked[];
  readonly log: readonly string[];
  result(
    question: Question,
    range: TimeRange,
    who?: Who,
    signal?: AbortSignal,
  ): Promise<QueryResult>;
  /** @throws {Error} with the error that the backend answered */
  tables(question: Question, range: TimeRange, who?: Who): Promise<readonly Table[]>;
  /** The answer's JSON, whatever its status. */
  call<T>(
    path: string,
    body?: unknown,
    who?: Who,
  ): Promise<{ readonly status: number; readonly json: T }>;
  health(who?: Who): Promise<HealthResult>;
  stop(): Promise<void>;
}

export interface BackendOptions {
  /** gpuscope.yaml; `FOLDER` in it stands for a folder that `files` are written to. */
  readonly config: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly grafanaUrl?: string;
  readonly timing?: NonNullable<PluginOptions['timing']>;
}

const never = (): AbortSignal => new AbortController().signal;

interface Placed {
  readonly configFile: string;
  readonly pluginFolder: string;
  readonly remove: () => Promise<void>;
}

/** Puts configuration and files where a server would have them. */
async function placed({ config, files = {} }: BackendOptions): Promise<Placed> {
  const folder = await temporaryFolder('backend');
  const { path } = folder;
  const pluginFolder = join(path, 'plugin');
  await mkdir(pluginFolder);
  for (const [name, text] of Object.entries({ ...files, 'gpuscope.yaml': config }))
    await writeFile(join(path, name), text.replaceAll('FOLDER', path));
  return { configFile: join(path, 'gpuscope.yaml'), pluginFolder, remove: () => folder.remove() };
}

/** One query as Grafana sends it, whose ranges hold their end. */
const queryOf = ({ intervalMs = 60_000, ...json }: Question, { fromMs, toMs }: TimeRange) => ({
  refId: 'A',
  queryType: '',
  json,
  fromMs,
  toMs: toMs - 1,
  intervalMs,
  maxDataPoints: 1000,
});

function requestOf(path: string, body: unknown, who: Who) {
  const headers = Object.fromEntries(
    Object.entries(who.headers ?? {}).map(([name, value]) => [name, [value]]),
  );
  const method = body === undefined ? 'GET' : 'POST';
  const text = body === undefined ? '' : JSON.stringify(body);
  return { path, method, url: path, headers, body: Buffer.from(text) };
}

export async function startBackend(options: BackendOptions): Promise<Backend> {
  const { grafanaUrl = '', timing } = options;
  const { remove, ...place } = await placed(options);
  const asked: Asked[] = [];
  const log: string[] = [];
  const write = (message: string, fields?: unknown): void =>
    void log.push(`${message} ${JSON.stringify(fields)}`);
  const plugin = createPlugin({
    version: '0.0.0',
    ...place,
    env: {},
    log: { info: write, warn: write, error: write },
    onAsked: (one) => asked.push(one),
    ...(timing !== undefined && { timing }),
  });
  const context = (who: Who): PluginContext => contextOf(who, grafanaUrl);
  const result: Backend['result'] = async (question, range, who = {}, signal = never()) => {
    const queries = [queryOf(question, range)];
    const results = await plugin.query(context(who), queries, who.headers ?? {}, signal);
    return results.get('A') ?? { tables: [] };
  };
  return {
    plugin,
    asked,
    log,
    result,
    async tables(question, range, who) {
      const { tables, error } = await result(question, range, who);
      if (error !== undefined) throw new Error(error.message);
      return tables;
    },
    async call<T>(path: string, body?: unknown, who: Who = {}) {
      const answer = await plugin.callResource(context(who), requestOf(path, body, who), never());
      if (Symbol.asyncIterator in answer) throw new Error(`${path} was streamed`);
      return { status: answer.status, json: JSON.parse(Buffer.from(answer.body).toString()) as T };
    },
    health: (who = { role: 'Admin' }) =>
      plugin.checkHealth(context(who), who.headers ?? {}, never()),
    async stop() {
      await plugin.close();
      await remove();
    },
  };
}

const contextOf = (
  { login = 'admin', role = 'Viewer' }: Who,
  grafanaUrl: string,
): PluginContext => ({
  orgId: 1,
  pluginId: 'gpuscope-logs-datasource',
  pluginVersion: '0.0.0',
  ...(login !== '' && { user: { login, name: login, email: '', role } }),
  dataSource: {
    uid: 'synthetic-logs',
    name: 'App logs',
    updatedMs: 1,
    url: '',
    user: '',
    database: '',
    jsonData: { setUp: 'file' },
    secrets: {},
  },
  grafanaConfig: grafanaUrl === '' ? {} : { GF_APP_URL: grafanaUrl },
  userAgent: 'Grafana/12.4.0',
  namespace: 'default',
});
