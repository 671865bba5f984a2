import { z } from 'zod';
import type { AppLogsQuery, ValuesRequest } from './query.js';
import { SHOWS } from './query.js';
import type { Read } from './read.js';
import { readBy } from './read.js';
import type { LinesRequest, RecordRequest } from './resources.js';
import { selectionSchema as selection } from './selectionSchema.js';

const MANY = 1_000_000_000;

const count = z.int({ error: 'must be a whole number of at least 1' }).min(1).max(MANY);
const names = z.array(z.string({ error: 'must be text' }), { error: 'must be a list of names' });
const oneOf = <const W extends readonly string[]>(words: W) =>
  z.enum(words, { error: `must be one of ${words.join(', ')}` });
const yesOrNo = z.boolean({ error: 'must be true or false' });
const someText = z.string({ error: 'must be text' }).min(1, { error: 'must not be empty' });

const moment = z.number({ error: 'must be a time in ms since the epoch' });
const range = z.object({ fromMs: moment, toMs: moment }, { error: 'must be {fromMs, toMs}' });

const query = z.object({
  refId: z.string({ error: 'must be text' }).default('A'),
  hide: yesOrNo.optional(),
  version: z.literal(1, { error: 'must be 1: a newer version of this plugin wrote it' }).default(1),
  show: oneOf(SHOWS).default('lines'),
  selection: selection.default({}),
  direction: oneOf(['newest', 'oldest']).optional(),
  limit: count.optional(),
  columns: names.optional(),
  joinStacks: yesOrNo.optional(),
  by: names.optional(),
  top: count.optional(),
  instant: yesOrNo.optional(),
  context: z.object({ id: someText, direction: oneOf(['before', 'after']) }).optional(),
});

const values = z.object({
  selection: selection.default({}),
  name: z.string().optional(),
  prefix: z.string().optional(),
  top: count.optional(),
  range,
});

const lines = z.object({
  selection: selection.optional(),
  range: range.optional(),
  direction: oneOf(['newest', 'oldest']).optional(),
  columns: names.optional(),
  size: count.optional(),
  cursor: someText.optional(),
});

const record = z.object({ id: someText });

/** A saved query, with what older forms lack put in; keys that Grafana adds are passed over. */
export const readQuery = (value: unknown): Read<AppLogsQuery> => readBy(query, value);
export const readValuesRequest = (body: unknown): Read<ValuesRequest> => readBy(values, body);
export const readLinesRequest = (body: unknown): Read<LinesRequest> => readBy(lines, body);
export const readRecordRequest = (body: unknown): Read<RecordRequest> => readBy(record, body);
