import { readDuration } from '@gpuscope/aggregation';
import type { Arguments, OptionRow } from './command.js';
import { shown, UsageError } from './usage.js';

/** Options of `record` alone: where to, how long, how often. */
export const RECORD_OPTIONS: readonly OptionRow[] = [
  { name: 'output', value: 'FILE', help: 'a new file; packed when its name ends in .gz' },
  { name: 'duration', value: 'TIME', help: 'how long, such as 90s or 1h; 5m unless given' },
  { name: 'interval', value: 'TIME', help: "how often; the site's interval (15s) unless given" },
  { name: 'anonymise', help: 'without names of pods, namespaces, users, hosts, jobs, programs' },
  {
    name: 'origin',
    value: 'TEXT',
    help: 'where it was taken, for people; chips and driver unless given',
  },
];

/** What `record` was asked for. */
export interface Wanted {
  readonly output: string;
  readonly durationMs: number;
  readonly intervalMs?: number;
  readonly isAnonymous: boolean;
  readonly origin?: string;
}

function time({ value }: Arguments, name: string, from: string, to: string): number | undefined {
  const text = value(name);
  if (text === undefined) return undefined;
  const ms = readDuration(text);
  const [min = 0, max = 0] = [readDuration(from), readDuration(to)];
  if (ms !== undefined && ms >= min && ms <= max) return ms;
  throw new UsageError(
    `--${name} is ${shown(text)}; it must be a duration such as 15s or 1m30s, from ${from} to ${to}`,
  );
}

/** @throws UsageError naming the option, its value and what is allowed */
export function wantedBy(args: Arguments): Wanted {
  const output = args.value('output');
  if (output === undefined) throw new UsageError('record needs --output FILE');
  if (output === '') throw new UsageError('--output is ""; it must be the path of a new file');
  const intervalMs = time(args, 'interval', '1s', '10m');
  const origin = args.value('origin');
  return {
    output,
    durationMs: time(args, 'duration', '1s', '1d') ?? 300_000,
    isAnonymous: args.value('anonymise') !== undefined,
    ...(intervalMs !== undefined && { intervalMs }),
    ...(origin !== undefined && { origin }),
  };
}
