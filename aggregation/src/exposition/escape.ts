import type { ExpositionFormat } from './exposition.js';

const QUOTED_SPECIAL = /[\\"\n]/g;
const HELP_SPECIAL = /[\\\n]/g;

const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n' };

const escape = (character: string): string => ESCAPED[character] ?? character;

/** A label value, or a name that needs them, with its double quotes. */
export function quote(text: string): string {
  // Almost no value needs an escape, and three searches cost a third of one replacement.
  const isPlain = !text.includes('"') && !text.includes('\\') && !text.includes('\n');
  return isPlain ? `"${text}"` : `"${text.replace(QUOTED_SPECIAL, escape)}"`;
}

/** HELP text: OpenMetrics escapes double quotes there, 0.0.4 has no such escape. */
export function escapeHelp(text: string, format: ExpositionFormat): string {
  return text.replace(format === 'openmetrics' ? QUOTED_SPECIAL : HELP_SPECIAL, escape);
}
