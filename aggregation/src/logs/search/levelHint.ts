import type { Layout } from '../layout.js';
import type { LogLevel } from '../level.js';
import { numbersOfLevel } from '../levels/scale.js';
import { lettersOfLevel, wordsOfLevel } from '../levels/words.js';
import type { WordsOptions } from '../words/index.js';
import { wordsClause } from '../words/index.js';
import type { Clause } from './clause.js';
import { any, EVERY, oneOf } from './clause.js';
import type { LevelName } from './levelClause.js';

/** What programs print when they die, without any word for a level. */
const DEATHS: Readonly<Partial<Record<LogLevel, readonly string[]>>> = {
  critical: ['Segmentation'],
  error: ['Exception'],
};

/** `<3>` is the kernel's error; syslog adds eight for each facility. */
const MOST_PRIORITY: Readonly<Partial<Record<Layout['shape'], number>>> = {
  syslog: 191,
  journald: 191,
};
const KERNELS_MOST = 7;

/** The words without those that hold another one of them. */
const shortest = (words: readonly string[]): readonly string[] =>
  words.filter((word) => !words.some((other) => other !== word && word.includes(other)));

/** Priorities, and pino's levels, which are whole tens. Others would be found in every date. */
function numbersFor({ shape }: Layout, level: LogLevel): readonly string[] {
  const severities = new Set(numbersOfLevel(level, 'syslog'));
  const most = MOST_PRIORITY[shape] ?? KERNELS_MOST;
  const priorities = Array.from({ length: most + 1 }, (_, number) => number);
  const tens = numbersOfLevel(level, 'bunyan').filter((number) => number % 10 === 0);
  return [...priorities.filter((number) => severities.has(number % 8)), ...tens].map(String);
}

/** `E` alone, and `E1121`: klog's letter and date. */
function byLetter(field: string, letter: string): readonly Clause[] {
  const lower = letter.toLowerCase();
  return [
    { match_phrase: { [field]: lower } },
    { wildcard: { [field]: { value: `${lower}????` } } },
  ];
}

function hint(field: string, layout: Layout, level: LogLevel, options: WordsOptions): Clause {
  const words = [...shortest(wordsOfLevel(level)), ...(DEATHS[level] ?? [])];
  return any(
    ...words.map((word) => wordsClause(word, layout, options)),
    ...lettersOfLevel(level).flatMap((letter) => byLetter(field, letter)),
    oneOf(field, numbersFor(layout, level)),
  );
}

/**
 * The lines that may have one of these levels where only the line tells it: all that do (but for priorities of
 * facilities other than the kernel's in shapes that seldom have them), and many that don't. Whoever reads them must
 * look at each.
 */
export function levelHint(
  layout: Layout,
  levels: readonly LevelName[],
  options: WordsOptions,
): Clause {
  const field = layout.roles.message.text;
  if (field === undefined) return EVERY;
  const known = levels.flatMap((level) => (level === 'unknown' ? [] : [level]));
  if (known.length < levels.length) return EVERY;
  return any(...known.map((level) => hint(field, layout, level, options)));
}
