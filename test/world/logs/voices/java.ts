import { clock, hexDigits, oneOf, whole, type Voice } from './voice.js';
import type { Said } from '../truth.js';
import type { LogLevel } from '@gpuscope/aggregation/logs';
import type { Random } from '../../model/random.js';

const WORDS: readonly (readonly [string, LogLevel])[] = [
  ['TRACE', 'trace'],
  ['DEBUG', 'debug'],
  ['INFO', 'info'],
  ['INFO', 'info'],
  ['INFO', 'info'],
  ['WARN', 'warning'],
];

const head = (atMs: number, word: string, random: Random): string => {
  const { date, time, ms } = clock(atMs);
  return `${date} ${time}.${ms} ${word.padStart(5)} 1 --- [nio-8080-exec-${String(whole(random, 1, 9))}] c.e.orders.OrderService :`;
};

const work: Voice = ({ atMs, random, turn }) => {
  const [word, level] = random.pick(WORDS);
  return [
    {
      level,
      line: `${head(atMs, word, random)} order ${String(100_000 + turn)} of user_id=${String(whole(random, 1, 120))} took ${String(whole(random, 2, 400))} ms`,
    },
  ];
};

const frames = (random: Random, count: number): Said[] =>
  Array.from({ length: count }, (_, depth) => ({
    line: `\tat com.example.orders.Step${String(depth)}.run(Step${String(depth)}.java:${String(whole(random, 10, 300))})`,
  }));

const refused: Voice = ({ atMs, random, turn }) => [
  { level: 'error', line: `${head(atMs, 'ERROR', random)} order ${String(100_000 + turn)} failed` },
  { line: 'java.lang.IllegalStateException: no price for this order' },
  ...frames(random, whole(random, 3, 9)),
  { line: `Caused by: java.sql.SQLTransientException: pool ${hexDigits(random, 4)} is empty` },
  ...frames(random, 2),
  { line: `\t... ${String(whole(random, 3, 40))} more` },
];

const heap: Voice = ({ random }) => [
  {
    level: 'error',
    stream: 'stderr',
    line: `Exception in thread "pool-${String(whole(random, 1, 9))}" java.lang.OutOfMemoryError: Java heap space`,
  },
  ...frames(random, 4).map((said) => ({ ...said, stream: 'stderr' as const })),
];

/** A Java service with stack traces. */
export const java: Voice = oneOf([
  [90, work],
  [3, refused],
  [1, heap],
]);
