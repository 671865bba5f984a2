import type { Log } from '../log.js';

type Fields = Readonly<Record<string, unknown>>;

/** Grafana stops reading a line here. */
const MAX_LINE_BYTES = 60_000;

/** Longer texts are cut, so that a line fits. */
const MAX_TEXT = 16_000;

/**
 * Writes what Grafana takes over into its own log: one JSON object a line with `@level`, `@message` and `@timestamp`, as
 * github.com/hashicorp/go-hclog has it. A message must be text and a time have six decimals, or Grafana stumbles.
 */
export function createHostLog(write: (line: string) => void, now = (): Date => new Date()): Log {
  const log =
    (level: string) =>
    (message: string, fields: Fields = {}): void =>
      write(`${lineOf(level, message, fields, now())}\n`);
  return { info: log('info'), warn: log('warn'), error: log('error') };
}

function lineOf(level: string, message: string, fields: Fields, now: Date): string {
  const head = {
    '@level': level,
    '@message': cut(String(message)),
    '@timestamp': now.toISOString().replace(/(\.\d{3})Z$/, '$1000Z'),
  };
  // Ours last: no field can take their place.
  const line = jsonOf({ ...fields, ...head });
  if (line !== undefined && Buffer.byteLength(line) <= MAX_LINE_BYTES) return line;
  return JSON.stringify({ fields: 'left out: too long, or no JSON', ...head });
}

function jsonOf(value: Fields): string | undefined {
  try {
    return JSON.stringify(value, (_key, part: unknown) =>
      typeof part === 'bigint' ? part.toString() : typeof part === 'string' ? cut(part) : part,
    );
  } catch {
    return undefined;
  }
}

const cut = (text: string): string =>
  text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT)}…`;
