import type { JsonValue, LogRecord } from './record.js';

/** One thing that nobody gets to see. */
export interface RedactRule {
  /** A regular expression, compared with the line and with every text beside it. */
  readonly match: string;
  /** What stands in its place. */
  readonly by: string;
}

/** What is taken out of records before they leave, in this order. */
export type RedactRules = readonly RedactRule[];

export const NO_REDACTION: RedactRules = [];

type Redactor = (text: string) => string;

function redactorOf(rules: RedactRules): Redactor {
  const compiled = rules.map(({ match, by }) => ({ pattern: new RegExp(match, 'gu'), by }));
  return (text) =>
    compiled.reduce((left, { pattern, by }) => left.replace(pattern, () => by), text);
}

function inValue(value: JsonValue, redactText: Redactor): JsonValue {
  if (typeof value === 'string') return redactText(value);
  if (Array.isArray(value)) {
    return (value as readonly JsonValue[]).map((one) => inValue(one, redactText));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, inValue(one, redactText)]),
  );
}

/** The record without what the rules take out of its line and of the fields beside it. */
export function redact(record: LogRecord, rules: RedactRules): LogRecord {
  if (rules.length === 0) return record;
  const redactText = redactorOf(rules);
  const { message } = record;
  return {
    ...record,
    line: redactText(record.line),
    ...(message === undefined ? {} : { message: redactText(message) }),
    extra: new Map([...record.extra].map(([name, value]) => [name, inValue(value, redactText)])),
  };
}
