import type { RecordAnswer, RecordRequest } from '@gpuscope/datasource/shared';
import type { Admitted } from '../ask.js';
import { makePlan } from '../plan/makePlan.js';
import { findRecord } from '../reading/findRecord.js';
import { lineJson } from '../reading/lineJson.js';
import { wayOut } from '../reading/wayOut.js';

/** One whole record, for its details. */
export async function record(
  admitted: Admitted,
  { id }: RecordRequest,
  signal: AbortSignal,
): Promise<RecordAnswer> {
  const planned = await makePlan(admitted, {}, ALL_TIMES, signal);
  const found = await findRecord(admitted, planned, id, signal);
  const whole = { ...found.record, extra: new Map(Object.entries(found.hit.source)) };
  const [shown = whole] = wayOut([whole]);
  const line = lineJson(shown);
  return { line: { ...line, extra: {} }, index: found.hit.index, fields: line.extra };
}

/** An id names its record at any time. */
const ALL_TIMES = { fromMs: 0, toMs: 253_402_300_800_000 };
