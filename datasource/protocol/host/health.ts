import { HEALTH, QUERIES } from '../numbers.js';
import { readFields } from '../wire/read.js';
import { partsField, textMapField, type Parts } from '../wire/write.js';
import { writeContext, type HostContext } from './context.js';

/** A CheckHealthRequest. */
export const writeHealthQuestion = (
  context: HostContext,
  headers: Readonly<Record<string, string>> = {},
): Parts => [
  ...partsField(QUERIES.context, writeContext(context)),
  ...textMapField(QUERIES.headers, headers),
];

export interface HostHealth {
  readonly status: 'UNKNOWN' | 'OK' | 'ERROR';
  readonly message: string;
  /** JSON text; empty where there is none. */
  readonly details: string;
}

const STATUSES = ['UNKNOWN', 'OK', 'ERROR'] as const;

/** Reads a CheckHealthResponse. */
export function readHealth(bytes: Uint8Array): HostHealth {
  let status = 0;
  let message = '';
  let details = '';
  readFields(bytes, {
    [HEALTH.status]: (reader) => (status = reader.int32()),
    [HEALTH.message]: (reader) => (message = reader.string()),
    [HEALTH.details]: (reader) => (details = Buffer.from(reader.bytes()).toString('utf8')),
  });
  return { status: STATUSES[status] ?? 'UNKNOWN', message, details };
}
