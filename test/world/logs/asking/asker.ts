import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createPlugin,
  type CreateStore,
  type Log,
  type PluginContext,
  type ResourceRequest,
} from '@gpuscope/datasource/backend';
import type { AppLogsQuery, ValuesAnswer, ValuesRequest } from '@gpuscope/datasource/shared';
import type { Table, TimeRange } from '@gpuscope/aggregation/logs';

/** Asks the log data source's backend as Grafana does, without Grafana and without the protocol between. */
export interface Asker {
  /** @throws {Error} with what the backend answered, when it refuses */
  query(query: Question, range: TimeRange): Promise<readonly Table[]>;
  values(request: ValuesRequest): Promise<ValuesAnswer>;
  /** What an admin is told of the source. */
  health(): Promise<string>;
  close(): Promise<void>;
}

/** What a panel asks for. */
export type Question = Omit<AppLogsQuery, 'refId' | 'version'> & {
  readonly intervalMs?: number;
  readonly maxDataPoints?: number;
};

export interface AskerOptions {
  /** An empty folder for its configuration. */
  readonly folder: string;
  /** gpuscope.yaml, as a site would write it. */
  readonly config: string;
  readonly log?: Log;
  /** How the store is reached; left out, as the backend does. */
  readonly createStore?: CreateStore;
}

const ignore = (): void => undefined;
const QUIET: Log = { info: ignore, warn: ignore, error: ignore };

export async function createAsker({
  folder,
  config,
  log = QUIET,
  ...rest
}: AskerOptions): Promise<Asker> {
  const pluginFolder = join(folder, 'plugin');
  const configFile = join(folder, 'gpuscope.yaml');
  await mkdir(pluginFolder, { recursive: true });
  await writeFile(configFile, config);
  const plugin = createPlugin({
    version: '0.0.0',
    configFile,
    pluginFolder,
    env: {},
    log,
    ...rest,
  });
  const signal = (): AbortSignal => AbortSignal.timeout(120_000);
  return {
    async query({ intervalMs = 60_000, maxDataPoints = 1000, ...question }, range) {
      const json = { refId: 'A', version: 1, ...question };
      const query = { refId: 'A', queryType: '', json, ...range, intervalMs, maxDataPoints };
      const results = await plugin.query(CONTEXT, [query], {}, signal());
      const result = results.get('A');
      if (result?.tables === undefined) throw new Error(result?.error?.message ?? 'no answer');
      return result.tables;
    },
    async values(body) {
      const answer = await plugin.callResource(CONTEXT, requestOf('values', body), signal());
      if (Symbol.asyncIterator in answer) throw new Error('values were streamed');
      const text = Buffer.from(answer.body).toString();
      if (answer.status !== 200) throw new Error(text);
      return JSON.parse(text) as ValuesAnswer;
    },
    async health() {
      const { message } = await plugin.checkHealth(CONTEXT, {}, signal());
      return message;
    },
    close: () => plugin.close(),
  };
}

/** An admin of the organisation. */
const CONTEXT: PluginContext = {
  orgId: 1,
  pluginId: 'gpuscope-logs-datasource',
  pluginVersion: '0.0.0',
  user: { login: 'admin', name: 'admin', email: '', role: 'Admin' },
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
  grafanaConfig: {},
  userAgent: 'Grafana/12.4.0',
  namespace: 'default',
};

const requestOf = (path: string, body: unknown): ResourceRequest => ({
  path,
  method: 'POST',
  url: path,
  headers: { 'Content-Type': ['application/json'] },
  body: Buffer.from(JSON.stringify(body)),
});
