import type { HostAnswer } from '@gpuscope/datasource/protocol';
import { frameJson, type DataFrameJson } from './frames/frameJson.js';

/** What POST /api/ds/query answers of one query. */
export interface ResultJson {
  readonly error?: string;
  readonly errorSource?: string;
  readonly status: number;
  readonly frames?: readonly DataFrameJson[];
}

/** As Grafana's server does: an answer without a status is a good one, an error without one is the plugin's. */
export function resultJson({ error, status, source, frames }: HostAnswer): ResultJson {
  const read = frames.map(frameJson);
  const found = read.length > 0 || error === '' ? { frames: read } : {};
  if (error === '') return { status: status === 0 ? 200 : status, ...found };
  return {
    error,
    errorSource: source === '' ? 'plugin' : source,
    status: status === 0 ? 500 : status,
    ...found,
  };
}

/** The whole answer is a bad request where one query failed; others are not touched by it. */
export const httpStatusOf = (results: Readonly<Record<string, ResultJson>>): number =>
  Object.values(results).some(({ error }) => error !== undefined) ? 400 : 200;
