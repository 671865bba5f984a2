import type { HostQuery } from '@gpuscope/datasource/protocol';
import { HttpError } from '../http/call.js';

/** Queries of one data source, as a page asks them. */
export interface AskedQueries {
  readonly uid: string;
  readonly queries: readonly HostQuery[];
}

type Json = Readonly<Record<string, unknown>>;

/** What Grafana takes where a query says nothing. */
const DEFAULTS = { refId: 'A', maxDataPoints: 100, intervalMs: 1000 } as const;

/** Reads the body of POST /api/ds/query, by data source. @throws HttpError 400 that names what is wrong */
export function readQueries(body: Json, nowMs = Date.now()): readonly AskedQueries[] {
  const { queries, from, to } = body;
  if (!Array.isArray(queries) || queries.length === 0)
    throw new HttpError(400, 'the request has no queries');
  const range = { fromMs: timeOf('from', from, nowMs), toMs: timeOf('to', to, nowMs) };
  const byUid = new Map<string, HostQuery[]>();
  for (const query of queries as readonly Json[]) {
    const uid = uidOf(query);
    byUid.set(uid, [...(byUid.get(uid) ?? []), { ...range, ...partsOf(query) }]);
  }
  return [...byUid].map(([uid, found]) => ({ uid, queries: found }));
}

function uidOf(query: Json): string {
  const source = query['datasource'];
  const uid =
    typeof source === 'object' && source !== null && 'uid' in source ? source.uid : source;
  if (typeof uid === 'string' && uid !== '') return uid;
  throw new HttpError(400, `the query ${JSON.stringify(query['refId'])} names no data source`);
}

function partsOf(query: Json): Omit<HostQuery, 'fromMs' | 'toMs'> {
  const { refId, queryType, maxDataPoints, intervalMs } = query;
  return {
    refId: typeof refId === 'string' ? refId : DEFAULTS.refId,
    queryType: typeof queryType === 'string' ? queryType : '',
    json: JSON.stringify(query),
    maxDataPoints: wholeOr(maxDataPoints, DEFAULTS.maxDataPoints),
    intervalMs: wholeOr(intervalMs, DEFAULTS.intervalMs),
  };
}

const wholeOr = (value: unknown, other: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? Math.trunc(value) : other;

const UNIT_MS: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 7 * 86_400_000,
};

/** Milliseconds since the epoch, or `now` with so much before it. */
function timeOf(name: string, value: unknown, nowMs: number): number {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text === 'string' && /^-?\d{1,16}(\.\d+)?$/.test(text))
    return Math.trunc(Number(text));
  const found = typeof text === 'string' ? /^now(?:-(\d{1,9})([smhdw]))?$/.exec(text) : null;
  if (found !== null) return nowMs - Number(found[1] ?? 0) * (UNIT_MS[found[2] ?? 's'] ?? 0);
  throw new HttpError(
    400,
    `${name} is ${JSON.stringify(value)}; it must be milliseconds since the epoch, or now, or for example now-6h`,
  );
}
