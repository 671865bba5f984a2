import { cpuMs } from '../../testing/cpuMs.js';
import fc from 'fast-check';
import type { LogLevel } from '../level.js';
import { LOG_LEVELS } from '../level.js';
import { readJsonLine } from '../jsonLine.js';
import { levelOfLine } from './lineLevel.js';

/** Words that programs write for each level. */
const SPOKEN: Readonly<Record<LogLevel, readonly string[]>> = {
  critical: ['CRITICAL', 'FATAL', 'CRIT'],
  error: ['ERROR', 'ERR', 'SEVERE'],
  warning: ['WARNING', 'WARN'],
  info: ['INFO', 'NOTICE'],
  debug: ['DEBUG'],
  trace: ['TRACE'],
};

const CHINESE: Readonly<Partial<Record<LogLevel, readonly string[]>>> = {
  critical: ['致命', '严重'],
  error: ['错误', '异常'],
  warning: ['警告', '告警'],
  info: ['信息'],
  debug: ['调试'],
};

const spoken = fc.constantFrom(
  ...LOG_LEVELS.flatMap((level) => SPOKEN[level].map((word) => ({ level, word }))),
);

const chinese = fc.constantFrom(
  ...LOG_LEVELS.flatMap((level) => (CHINESE[level] ?? []).map((word) => ({ level, word }))),
);

const times = fc.constantFrom(
  '2026-11-21 08:00:00.123',
  '2026-11-21 08:00:00,123',
  '2026-11-21T08:00:00.123456789Z',
  '2026-11-21T08:00:00+08:00',
  '2026/11/21 08:00:00',
  '08:00:00.123',
  '[2026-11-21 08:00:00,123]',
  '[08:00:00]',
  'Nov 21 08:00:00',
  'Nov 21, 2026 8:00:00 AM',
  '21/Nov/2026:08:00:00 +0800',
  '1763712000.123',
  '11-21 08:00:00',
);

/** What programs put between the time and the level. */
const between = fc.constantFrom(
  '',
  '[main] ',
  '[http-nio-8080-exec-1] ',
  '1 --- ',
  '(pid 12) ',
  'app.main - ',
  '- ',
  '| ',
);

/** What lines are about: no word of it is a level. */
const texts = fc
  .array(fc.constantFrom('step', 'failed', 'order', '42', 'took', 'ms', '显存不足', 'user_id=5'), {
    minLength: 1,
  })
  .map((words) => words.join(' '));

/** Sentences with a level's word in the middle. */
const sentences = fc
  .tuple(
    fc.constantFrom('the', 'got an', 'no', 'server said', 'wrote'),
    fc.constantFrom(...LOG_LEVELS.flatMap((level) => SPOKEN[level])),
    texts,
  )
  .map((parts) => parts.join(' '));

const line = (...parts: readonly string[]) => parts.join(' ').replace(/ {2,}/gu, ' ');

describe('a level at the beginning of a line', () => {
  it('is read after any time, thread or logger', () => {
    fc.assert(
      fc.property(times, between, spoken, texts, (time, middle, { level, word }, text) => {
        const said = line(time, middle + word, text);
        expect([said, levelOfLine(said)]).toEqual([said, level]);
      }),
    );
  });

  it('is read in brackets and before a colon, in any case', () => {
    const marks = fc.constantFrom<readonly [string, string]>(
      ['[', ']'],
      ['(', ')'],
      ['', ':'],
      ['<', '>'],
    );
    const cases = fc.constantFrom('low', 'up');
    fc.assert(
      fc.property(spoken, marks, cases, texts, ({ level, word }, [open, close], letters, text) => {
        const written = letters === 'low' ? word.toLowerCase() : word;
        const said = line(`${open}${written}${close}`, text);
        expect([said, levelOfLine(said)]).toEqual([said, level]);
      }),
    );
  });

  it('is read in Chinese, with Chinese signs', () => {
    const marks = fc.constantFrom<readonly [string, string]>(
      ['【', '】'],
      ['[', ']'],
      ['', '：'],
      ['', ':'],
      ['', ' '],
    );
    fc.assert(
      fc.property(
        chinese,
        marks,
        fc.option(times),
        texts,
        ({ level, word }, [open, close], time, text) => {
          const said = line(...(time === null ? [] : [time]), `${open}${word}${close}${text}`);
          expect([said, levelOfLine(said)]).toEqual([said, level]);
        },
      ),
    );
  });

  it('is read through colours', () => {
    const colours = fc.constantFrom('\u001b[31m', '\u001b[1;33m', '\u001b[38;5;9m');
    fc.assert(
      fc.property(colours, spoken, texts, (colour, { level, word }, text) => {
        expect(levelOfLine(`${colour}${word}\u001b[0m ${text}`)).toBe(level);
      }),
    );
  });
});

describe('a level’s word further on', () => {
  it('is what the line is about', () => {
    fc.assert(
      fc.property(sentences, (sentence) => {
        expect([sentence, levelOfLine(sentence)]).toEqual([sentence, undefined]);
      }),
    );
  });

  it('does not change the level at the beginning', () => {
    fc.assert(
      fc.property(times, spoken, sentences, (time, { level, word }, sentence) => {
        expect(levelOfLine(line(time, word, sentence))).toBe(level);
      }),
    );
  });

  it('is nothing in a line’s pairs but the level’s own', () => {
    fc.assert(
      fc.property(spoken, sentences, ({ level, word }, sentence) => {
        const text = JSON.stringify(sentence);
        expect(levelOfLine(`ts=1 msg=${text} level=${word.toLowerCase()} took=5`)).toBe(level);
        expect(levelOfLine(`ts=1 msg=${text} took=5`)).toBeUndefined();
      }),
    );
  });

  it('is nothing in JSON but the level’s own', () => {
    const keys = fc.constantFrom('level', 'severity', 'lvl', 'levelname', 'log.level');
    fc.assert(
      fc.property(spoken, keys, sentences, ({ level, word }, key, msg) => {
        expect(readJsonLine(JSON.stringify({ msg, [key]: word }))?.level).toBe(level);
        expect(readJsonLine(JSON.stringify({ msg }))?.level).toBeUndefined();
      }),
    );
  });
});

describe('any line', () => {
  it('is read without a failure, and soon', () => {
    const odd = fc.constantFrom(
      '[',
      ']',
      '(',
      '<',
      '【',
      ':',
      '-',
      '|',
      '=',
      '"',
      '\\',
      ' ',
      '2026',
      'ERROR',
      '\u001b[',
      '错误',
    );
    const lines = fc.array(fc.oneof(odd, fc.string({ maxLength: 5 })), { maxLength: 200 });
    fc.assert(
      fc.property(lines, (parts) => {
        const level = levelOfLine(parts.join(''));
        expect(level === undefined || LOG_LEVELS.includes(level)).toBe(true);
      }),
    );
  });

  it.each([
    ['brackets', '['.repeat(100_000)],
    ['closed brackets', '[]'.repeat(50_000)],
    ['dots', `${'a.'.repeat(50_000)} ERROR`],
    ['pairs', 'a=b '.repeat(30_000)],
    ['open quotes', `a="${'\\"'.repeat(50_000)}`],
    ['dashes', '-'.repeat(100_000)],
    ['escapes', '\u001b['.repeat(50_000)],
  ])('of many %s takes no longer than others', (_, text) => {
    expect(cpuMs(() => levelOfLine(text))).toBeLessThan(250);
  });
});
