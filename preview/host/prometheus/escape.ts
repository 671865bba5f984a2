import { escapeRegex } from '@grafana/data';

/** What stands between the quotes of a PromQL string for this text. */
const inString = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');

const inRegex = (text: string): string => inString(escapeRegex(text));

interface Variable {
  readonly multi?: boolean;
  readonly includeAll?: boolean;
}

/**
 * A variable's value in a PromQL matcher. One that can hold several stands in a regular expression,
 * as its matcher is `=~`; another stands as it is.
 */
export function matcherText(value: unknown, { multi, includeAll }: Variable): string {
  if (Array.isArray(value)) {
    const all = value.map((one) => inRegex(String(one)));
    return all.length === 1 ? (all[0] ?? '') : `(${all.join('|')})`;
  }
  const text = String(value);
  return multi === true || includeAll === true ? inRegex(text) : inString(text);
}
