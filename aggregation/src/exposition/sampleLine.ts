import { BLANK, HASH, OPEN_BRACE, QUOTE } from './chars.js';
import type { Cursor } from './cursor.js';
import { readExemplar } from './exemplar.js';
import type { Sample } from './exposition.js';
import type { LabelBlock, LabelBlocks } from './labelBlocks.js';
import { failAfterName, readMetricName } from './names.js';
import { readNumber } from './number.js';
import { show } from './show.js';
import { readTimestamp } from './timestamp.js';

export interface SampleLine {
  readonly sample: Sample;
  readonly block: LabelBlock;
}

/** Reads `name{labels} value timestamp # exemplar`, the cursor on the line's first character. */
export function readSampleLine(cursor: Cursor, blocks: LabelBlocks): SampleLine | undefined {
  const start = cursor.pos;
  const plain = cursor.code() === OPEN_BRACE ? undefined : readMetricName(cursor);
  if (cursor.fault !== undefined) return undefined;
  const block = readLabels(cursor, blocks, plain);
  if (block === undefined) return undefined;
  const name = nameOf(cursor, plain, block, start);
  if (name === undefined) return undefined;
  if (!toValue(cursor, name)) return undefined;
  const value = readValue(cursor, name);
  if (value === undefined) return undefined;
  const timestampMs = readRest(cursor, name);
  if (cursor.fault !== undefined) return undefined;
  const { labels } = block;
  const sample =
    timestampMs === undefined
      ? { name, labels, value, line: cursor.line }
      : { name, labels, value, timestampMs, line: cursor.line };
  return { sample, block };
}

function readLabels(
  cursor: Cursor,
  blocks: LabelBlocks,
  plain: string | undefined,
): LabelBlock | undefined {
  const afterName = cursor.pos;
  if (!cursor.strict) cursor.skipBlanks();
  const code = cursor.code();
  if (code === OPEN_BRACE) return blocks.read(cursor);
  const separated = cursor.pos > afterName || code === BLANK || code < 0;
  return separated || plain === undefined ? blocks.none : failAfterName(cursor, plain);
}

function nameOf(
  cursor: Cursor,
  plain: string | undefined,
  block: LabelBlock,
  start: number,
): string | undefined {
  if (plain === undefined) {
    if (block.name !== undefined) return block.name;
    return cursor.fail(
      'bad_name',
      'the braces hold no metric name in quotes, and none is before them',
      start,
    );
  }
  if (block.name === undefined) return plain;
  const reason = `the metric is named twice, ${show(plain)} and ${show(block.name)}; once is allowed`;
  return cursor.fail('bad_name', reason, start);
}

function toValue(cursor: Cursor, name: string): boolean {
  if (cursor.strict && !cursor.atEnd() && !cursor.separator()) {
    cursor.fail('syntax', `one blank must stand before the value of ${show(name)}`);
    return false;
  }
  if (!cursor.strict) cursor.skipBlanks();
  if (cursor.atEnd()) cursor.fail('syntax', `the metric ${show(name)} has no value`);
  return cursor.fault === undefined;
}

function readValue(cursor: Cursor, name: string): number | undefined {
  const { text, pos } = cursor;
  const stop = cursor.tokenEnd();
  const value = readNumber(text, pos, stop);
  if (value === undefined) return failValue(cursor, name, stop);
  cursor.pos = stop;
  return value;
}

function failValue(cursor: Cursor, name: string, stop: number): undefined {
  const { text, pos } = cursor;
  if (stop === pos)
    return cursor.fail('syntax', `one blank must stand before the value of ${show(name)}, not two`);
  const hint = text.charCodeAt(pos) === QUOTE ? '; labels stand between braces' : '';
  return cursor.fail(
    'bad_value',
    `the value ${show(text.slice(pos, stop))} of ${show(name)} is not a number; allowed are decimals up to 1.8e308, NaN, +Inf and -Inf${hint}`,
  );
}

/** What may follow a value: nothing, a time stamp, in OpenMetrics an exemplar. */
function readRest(cursor: Cursor, name: string): number | undefined {
  if (!toNext(cursor)) return undefined;
  let timestampMs: number | undefined;
  if (!(cursor.strict && cursor.code() === HASH)) {
    timestampMs = readTimestamp(cursor, name);
    if (timestampMs === undefined || !toNext(cursor)) return timestampMs;
  }
  if (cursor.strict && cursor.code() === HASH) {
    readExemplar(cursor);
    return timestampMs;
  }
  const shown = show(cursor.text.slice(cursor.pos, cursor.end));
  return cursor.fail(
    'syntax',
    `${shown} follows the time stamp of ${show(name)}; nothing more is allowed`,
  );
}

/** Whether more follows; blanks at the end of a line are nothing, except in OpenMetrics. */
function toNext(cursor: Cursor): boolean {
  cursor.separator();
  if (!cursor.atEnd()) return true;
  if (cursor.strict && cursor.text.charCodeAt(cursor.end - 1) === BLANK) {
    cursor.fail('syntax', 'a blank ends the line; OpenMetrics allows none there', cursor.end - 1);
  }
  return false;
}
