import type { HealthResult, PluginContext } from '../plugin.js';
import { readFields, stringMap } from '../wire/read.js';
import { int32Field, partsField, stringField, type Parts } from '../wire/write.js';
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
  readFields(bytes, { 1: (reader) => (context = reader.bytes()), 2: headers.add });
  return { context: readContext(context), headers: headers.map };
}

const statusNumbers = { unknown: 0, ok: 1, error: 2 } as const;

export function writeHealthResponse({ status, message, details }: HealthResult): Parts {
  return [
    ...int32Field(1, statusNumbers[status]),
    ...stringField(2, message),
    ...(details === undefined ? [] : stringField(3, toJson(details))),
  ];
}

/** The answer to CollectMetrics: Prometheus text, in a payload of its own. */
export const writeMetricsResponse = (text: string): Parts => partsField(1, stringField(1, text));
