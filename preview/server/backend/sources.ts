import {
  readAnswers,
  readHealth,
  readResourcePart,
  writeHealthQuestion,
  writeQueries,
  writeResource,
  type HostContext,
  type HostHealth,
  type HostResource,
  type HostResourcePart,
} from '@gpuscope/datasource/protocol';
import { HttpError } from '../http/call.js';
import type { BackendSource, BootData, PartState } from '../parts.js';
import { resultJson, type ResultJson } from './answers.js';
import { contextOf, type AboutHost } from './context.js';
import { createBackend, type Backend } from './goPlugin/backend.js';
import type { Connection } from './goPlugin/connection.js';
import type { AskedQueries } from './queries.js';

export interface SourcesOptions {
  readonly tell: (part: string, state: PartState, note?: string) => void;
  /** Takes what backends log, a line each. */
  readonly log: (line: string) => void;
  readonly about: AboutHost;
}

/** The data sources whose backends are programs. Each method throws HttpError 404 for a source that is not there. */
export interface Sources {
  /** Starts what is new; resolves when each backend is up, or has failed, which is told. */
  set(sources: readonly BackendSource[], boot: BootData): Promise<void>;
  query(asked: AskedQueries, signal: AbortSignal): Promise<Readonly<Record<string, ResultJson>>>;
  health(uid: string, signal: AbortSignal): Promise<HostHealth>;
  resource(uid: string, asked: HostResource, signal: AbortSignal): AsyncIterable<HostResourcePart>;
  stop(): Promise<void>;
}

interface Reachable {
  readonly context: HostContext;
  readonly backend: Backend;
}

export function createSources({ tell, log, about }: SourcesOptions): Sources {
  const backends = new Map<string, Backend>();
  const sources = new Map<string, Reachable>();
  const backendOf = ({ backend: command, env = {} }: BackendSource): Backend => {
    const key = JSON.stringify([command, env]);
    const part = backends.size === 0 ? 'Log backend' : `Log backend ${backends.size + 1}`;
    const found =
      backends.get(key) ??
      createBackend({ command, env, log }, (state, note) => tell(part, state, note));
    backends.set(key, found);
    return found;
  };
  const reach = (uid: string): Reachable => {
    const found = sources.get(uid);
    if (found === undefined) throw new HttpError(404, `there is no data source ${uid}`);
    return found;
  };
  return {
    set: async (wanted, boot) => {
      const updatedMs = Date.now();
      for (const source of wanted)
        sources.set(source.uid, {
          context: contextOf(source, boot, about, updatedMs),
          backend: backendOf(source),
        });
      await Promise.allSettled([...backends.values()].map((backend) => backend.connection()));
    },
    query: async ({ uid, queries }, signal) => {
      const { context, backend } = reach(uid);
      const message = writeQueries({ context, headers: {}, queries });
      const answer = await (await connected(backend)).unary(QUERY_DATA, message, signal);
      return resultsOf(answer);
    },
    health: async (uid, signal) => {
      const { context, backend } = reach(uid);
      const message = writeHealthQuestion(context);
      return readHealth(await (await connected(backend)).unary(CHECK_HEALTH, message, signal));
    },
    resource: async function* (uid, asked, signal) {
      const { context, backend } = reach(uid);
      const message = writeResource(context, asked);
      for await (const part of (await connected(backend)).stream(CALL_RESOURCE, message, signal))
        yield readResourcePart(part);
    },
    stop: async () => {
      await Promise.all([...backends.values()].map((backend) => backend.stop()));
    },
  };
}

const QUERY_DATA = '/pluginv2.Data/QueryData';
const CHECK_HEALTH = '/pluginv2.Diagnostics/CheckHealth';
const CALL_RESOURCE = '/pluginv2.Resource/CallResource';

const resultsOf = (bytes: Uint8Array): Record<string, ResultJson> =>
  Object.fromEntries(
    Object.entries(readAnswers(bytes)).map(([refId, answer]) => [refId, resultJson(answer)]),
  );

async function connected(backend: Backend): Promise<Connection> {
  try {
    return await backend.connection();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new HttpError(503, `the log backend does not run: ${why}`);
  }
}
