import { createStore } from '../stores/index.js';
import type { Plugin } from '../pluginProtocol/plugin.js';
import { createSelfMetrics } from '../selfMetrics.js';
import { createAsker } from './ask.js';
import { callResource } from './callResource.js';
import { checkHealth } from '../health/checkHealth.js';
import type { PluginOptions } from './options.js';
import { DEFAULT_TIMING } from './options.js';
import { queryAll } from './queryAll.js';
import { sessionsOf } from './sessionsOf.js';

/** The plugin as the protocol asks for it; `close` lets go of stores and files. */
export interface LogsPlugin extends Plugin {
  close(): Promise<void>;
}

const now = (): number => performance.now();

/** Makes the log data source's backend: everything but the protocol that it is spoken to by. */
export function createPlugin(options: PluginOptions): LogsPlugin {
  const { log, onAsked = () => undefined } = options;
  const timing = { ...DEFAULT_TIMING, ...options.timing };
  const metrics = createSelfMetrics(options.version);
  const sessions = sessionsOf({
    options,
    createStore:
      options.createStore ?? ((target) => createStore(target, { timeoutMs: timing.storeMs })),
    metrics,
    timing,
    now,
  });
  const ask = createAsker({ sessions, metrics, timing, log, now, onAsked });
  return {
    query: (context, queries, headers, signal) =>
      queryAll({ ask, log }, { context, headers, signal }, queries),
    checkHealth: (context, headers, signal) =>
      checkHealth({ sessions, ask, healthMs: timing.healthMs, log }, { context, headers, signal }),
    callResource: (context, request, signal) =>
      callResource({ ask, log }, context, request, signal),
    collectMetrics: () => metrics.text(),
    close: () => sessions.close(),
  };
}
