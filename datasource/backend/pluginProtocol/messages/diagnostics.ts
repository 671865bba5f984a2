import {
  HEALTH,
  int32Field,
  type Parts,
  partsField,
  QUERIES,
  readFields,
  stringField,
  stringMap,
} from '@gpuscope/datasource/protocol';
import type { HealthResult, PluginContext } from '../plugin.js';
import { readContext } from './context.js';
import { toJson } from './json.js';

// Field numbers: github.com/grafana/grafana-plugin-sdk-go, package pluginv2.

export interface HealthRequest {
  readonly context: PluginContext;
  readonly headers: Readonly<Record<string, string>>;
}

export function readHealthRequest(bytes: Uint8Array): HealthRequest {
  const headers = stringMap();
  let context: Uint8Array = new Uint8Array();
  readFields(bytes, {
    [QUERIES.context]: (reader) => (context = reader.bytes()),
    [QUERIES.headers]: headers.add,
  });
  return { context: readContext(context), headers: headers.map };
}

const statusNumbers = { unknown: 0, ok: 1, error: 2 } as const;

export function writeHealthResponse({ status, message, details }: HealthResult): Parts {
  return [
    ...int32Field(HEALTH.status, statusNumbers[status]),
    ...stringField(HEALTH.message, message),
    ...(details === undefined ? [] : stringField(HEALTH.details, toJson(details))),
  ];
}

/** The answer to CollectMetrics: Prometheus text, in a payload of its own. */
export const writeMetricsResponse = (text: string): Parts => partsField(1, stringField(1, text));
