import type { Said } from '@gpuscope/aggregation';
import type { Table } from '@gpuscope/aggregation/logs';

/** Who sits before Grafana; absent where Grafana itself asks, as alerting does. */
export interface PluginUser {
  readonly login: string;
  readonly name: string;
  readonly email: string;
  /** Role in the organisation: `Viewer`, `Editor`, `Admin`, or empty. */
  readonly role: string;
}

/** A configured data source. One process serves those of every organisation. */
export interface DataSourceInstance {
  readonly uid: string;
  readonly name: string;
  /** When its settings were last changed; with the uid it is a cache's key. */
  readonly updatedMs: number;
  readonly url: string;
  readonly user: string;
  readonly database: string;
  /** Parsed; `{}` where Grafana sent none. Viewers can read it. */
  readonly jsonData: unknown;
  /** Decrypted secureJsonData. */
  readonly secrets: Readonly<Record<string, string>>;
}

/** What Grafana says of a call: for which organisation, data source and user. */
export interface PluginContext {
  readonly orgId: number;
  readonly pluginId: string;
  readonly pluginVersion: string;
  readonly user?: PluginUser;
  readonly dataSource?: DataSourceInstance;
  /** Grafana's own settings that it passes on, such as `GF_APP_URL`. */
  readonly grafanaConfig: Readonly<Record<string, string>>;
  readonly userAgent: string;
  readonly namespace: string;
}

/** Header names as Grafana spells them; a few have a prefix, such as `http_X-Grafana-…`. */
export type Headers = Readonly<Record<string, string>>;

export interface PluginQuery {
  readonly refId: string;
  readonly queryType: string;
  /** The query as the editor saved it, parsed. A text that is no JSON never gets here. */
  readonly json: unknown;
  readonly fromMs: number;
  readonly toMs: number;
  readonly intervalMs: number;
  readonly maxDataPoints: number;
}

/** What is wrong with one query; others of the same request are not touched by it. */
export interface QueryError {
  readonly message: string;
  /** The message, for who reads another language. */
  readonly said?: Said;
  /** An HTTP status. */
  readonly status: number;
  /** `downstream`: the store or the asker; `plugin`: we. Grafana's service figures tell them apart. */
  readonly source: 'downstream' | 'plugin';
}

export type QueryResult =
  | { readonly tables: readonly Table[]; readonly error?: undefined }
  | { readonly error: QueryError; readonly tables?: readonly Table[] };

export interface HealthResult {
  readonly status: 'ok' | 'error' | 'unknown';
  readonly message: string;
  /** Becomes JSON; the configuration page shows `verboseMessage` of it. */
  readonly details?: unknown;
}

export interface ResourceRequest {
  readonly path: string;
  readonly method: string;
  /** Path and query string. */
  readonly url: string;
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly body: Uint8Array;
}

export interface ResourceResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly body: Uint8Array;
}

export interface StreamRequest {
  /** Path part of the channel. */
  readonly path: string;
  /** What the subscriber or publisher sent, parsed; undefined where nothing was sent. */
  readonly data: unknown;
  readonly headers: Headers;
}

export interface StreamAnswer {
  readonly status: 'ok' | 'not-found' | 'denied';
  /** Becomes JSON; left out, nothing is sent. */
  readonly data?: unknown;
}

/**
 * What the protocol asks of a plugin. An aborted `signal` means that Grafana no longer waits.
 *
 * A GpuscopeError that a method throws fails the call with its message; its origin says whose fault it is. Anything
 * else that is thrown is logged, and Grafana learns only that there was an internal error.
 */
export interface Plugin {
  /** One result per query, by refId; a query without one fails with an error of its own. */
  query(
    context: PluginContext,
    queries: readonly PluginQuery[],
    headers: Headers,
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, QueryResult>>;
  checkHealth(context: PluginContext, headers: Headers, signal: AbortSignal): Promise<HealthResult>;
  /** The first response of several carries status and headers; later ones only add to the body. */
  callResource(
    context: PluginContext,
    request: ResourceRequest,
    signal: AbortSignal,
  ): AsyncIterable<ResourceResponse> | Promise<ResourceResponse>;
  /** Prometheus text. */
  collectMetrics(): Promise<string>;
  /** Without it every channel is `not-found`. */
  subscribeStream?(
    context: PluginContext,
    request: StreamRequest,
    signal: AbortSignal,
  ): Promise<StreamAnswer>;
  /** Runs until it ends, or until the signal says that nobody listens any more. */
  runStream?(
    context: PluginContext,
    request: StreamRequest,
    signal: AbortSignal,
  ): AsyncIterable<Table>;
  /** Without it every channel is `denied`. */
  publishStream?(
    context: PluginContext,
    request: StreamRequest,
    signal: AbortSignal,
  ): Promise<StreamAnswer>;
}
