import fc from 'fast-check';
import { LOG_LEVELS } from '../level.js';
import { levelOfLine } from '../levels/index.js';
import { messageLayout } from '../words/testing/messageLayout.js';
import { indexed, matches } from '../words/testing/storeModel.js';
import { levelHint } from './levelHint.js';

const OPTIONS = { dialect: { product: 'elasticsearch', major: 8, minor: 19 } } as const;
const found = (line: string, levels: Parameters<typeof levelHint>[1]) =>
  matches(levelHint(messageLayout(), levels, OPTIONS), indexed(line));

const LINES = [
  '2026-11-21 08:00:00,123 - root - WARNING - low memory',
  'E1121 08:00:00.123456    1 main.go:12] failed to list',
  '[I 2026-11-21 08:00:00.123 ServerApp] saving',
  'time="2026-11-21T08:00:00Z" level=warn msg="slow"',
  'DEBUG:root:x',
  '【错误】显存不足',
  '[警告] 温度过高',
  '<3>kernel: x',
  'panic: runtime error: index out of range',
  'Exception in thread "main" java.lang.OutOfMemoryError: Java heap space',
  'ValueError: bad',
  'Segmentation fault (core dumped)',
  '\u001b[31mERROR\u001b[0m red',
  'gpu-node-2:186:193 [2] NCCL WARN ring 0 is slow',
  '2026/11/20 09:48:36 [error] 29#29: *5063 upstream did not answer',
];

describe('lines that may have a level', () => {
  it.each(LINES)('%s', (line) => {
    const level = levelOfLine(line);
    expect(level).toBeDefined();
    if (level !== undefined) expect(found(line, [level])).toBe(true);
  });

  it('are all that have it', () => {
    const words = fc.constantFrom(
      ...[
        'ERROR',
        'warn',
        'INFO',
        'fatal',
        'E1121',
        'W',
        '[D',
        '08:00:00',
        '错误',
        'x',
        ':',
        ']',
        '|',
        '-',
        '<4>',
      ],
    );
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 6 }),
        fc.constantFrom(' ', '', ': '),
        (parts, by) => {
          const line = parts.join(by);
          const level = levelOfLine(line);
          if (level !== undefined) expect([line, found(line, [level])]).toEqual([line, true]);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('are not all lines', () => {
    expect(found('plain words', ['error'])).toBe(false);
    expect(found('2026-11-21 DEBUG x', ['error', 'critical'])).toBe(false);
  });

  it('are all lines where unknown ones are wanted too', () => {
    for (const level of LOG_LEVELS) expect(found('plain words', [level, 'unknown'])).toBe(true);
  });
});
