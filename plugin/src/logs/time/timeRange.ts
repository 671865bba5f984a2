import type { DateTime, RawTimeRange, TimeRange } from '@grafana/data';
import { dateMath, dateTime, getTimeZone, isDateTime } from '@grafana/data';
import { DEFAULT_STATE } from '../state/state.js';

type Raw = string | DateTime;

/** An end of a range as an address has it: relative, milliseconds since the epoch, or ISO 8601. */
const rawOf = (text: string): Raw => {
  if (/^-?\d+$/u.test(text)) return dateTime(Number(text));
  return /^\d{4}-\d\d/u.test(text) ? dateTime(text) : text;
};

const momentOf = (raw: Raw, isEnd: boolean): DateTime | undefined => {
  const moment = isDateTime(raw)
    ? raw
    : dateMath.toDateTime(raw, { roundUp: isEnd, timezone: getTimeZone() });
  return moment?.isValid() === true ? moment : undefined;
};

/** The time range that an address asks for, as of now by the reader's clock; one that can't be read is the last hour. */
export function timeRangeOf(fromText: string, toText: string): TimeRange {
  const raw = { from: rawOf(fromText), to: rawOf(toText) };
  const from = momentOf(raw.from, false);
  const to = momentOf(raw.to, true);
  if (from === undefined || to === undefined || !from.isBefore(to))
    return timeRangeOf(DEFAULT_STATE.from, DEFAULT_STATE.to);
  return { from, to, raw };
}

const rawText = (raw: Raw): string => (isDateTime(raw) ? String(raw.valueOf()) : raw);

/** A range as an address has it; what is relative stays so. */
export const rangeTexts = ({ from, to }: RawTimeRange) => ({
  from: rawText(from),
  to: rawText(to),
});

/** Moments as an address has them. */
export const fixedTexts = (fromMs: number, toMs: number) => ({
  from: String(Math.floor(fromMs)),
  to: String(Math.ceil(toMs)),
});

export const fixedRange = (fromMs: number, toMs: number): TimeRange => {
  const { from, to } = fixedTexts(fromMs, toMs);
  return timeRangeOf(from, to);
};

/** The wire's form of a range. */
export const rangeJson = ({ from, to }: TimeRange) => ({
  fromMs: from.valueOf(),
  toMs: to.valueOf(),
});

/** The range with the half of its length added on both sides. */
export function zoomedOut(range: TimeRange, nowMs: number): TimeRange {
  const { fromMs, toMs } = rangeJson(range);
  const half = (toMs - fromMs) / 2;
  const end = Math.max(toMs, Math.min(nowMs, toMs + half));
  return fixedRange(end - (toMs - fromMs) * 2, end);
}

/** The range of the same length before (-1) or after (1) it, half overlapping. */
export function moved(range: TimeRange, steps: -1 | 1): TimeRange {
  const { fromMs, toMs } = rangeJson(range);
  const by = ((toMs - fromMs) / 2) * steps;
  return fixedRange(fromMs + by, toMs + by);
}
