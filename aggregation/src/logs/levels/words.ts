import type { LogLevel } from '../level.js';

/** How programs write levels, in lower case. `severe` is java.util.logging's error; `notice` is syslog's; `normal` is Kubernetes' of events. */
const ENGLISH: Readonly<Record<LogLevel, readonly string[]>> = {
  critical: [
    'critical',
    'crit',
    'fatal',
    'emerg',
    'emergency',
    'alert',
    'panic',
    'dpanic',
    'ftl',
    'pnc',
  ],
  error: ['error', 'err', 'eror', 'severe', 'fail', 'failure'],
  warning: ['warning', 'warn', 'wrn', 'wrng'],
  info: [
    'info',
    'information',
    'informational',
    'inf',
    'notice',
    'note',
    'config',
    'log',
    'success',
    'normal',
  ],
  debug: ['debug', 'dbug', 'dbg', 'deb', 'fine', 'verbose'],
  trace: ['trace', 'trc', 'trce', 'finer', 'finest'],
};

const CHINESE: Readonly<Record<LogLevel, readonly string[]>> = {
  critical: ['致命', '严重', '紧急'],
  error: ['错误', '异常', '失败'],
  warning: ['警告', '告警', '警示'],
  info: ['信息', '通知', '提示'],
  debug: ['调试'],
  trace: ['跟踪', '追踪'],
};

/** Words that stand for a level in a field, but are too common to be taken for one in a line. */
const FIELD_ONLY = new Set([
  'failure',
  'config',
  'log',
  'success',
  'normal',
  'fine',
  'note',
  'deb',
  '失败',
  '通知',
  '提示',
]);

const entries = (words: Readonly<Record<LogLevel, readonly string[]>>) =>
  Object.entries(words).flatMap(([level, all]) =>
    all.map((word): readonly [string, LogLevel] => [word, level as LogLevel]),
  );

const BY_WORD: ReadonlyMap<string, LogLevel> = new Map([...entries(ENGLISH), ...entries(CHINESE)]);

/** The level that a word stands for, in any case. */
export const levelOfWord = (word: string): LogLevel | undefined => BY_WORD.get(word.toLowerCase());

/** Every word for a level, in lower case. */
export const wordsOfLevel = (level: LogLevel): readonly string[] => [
  ...ENGLISH[level],
  ...CHINESE[level],
];

const inLines = (words: Readonly<Record<LogLevel, readonly string[]>>) =>
  entries(words)
    .map(([word]) => word)
    .filter((word) => !FIELD_ONLY.has(word))
    .sort((one, other) => other.length - one.length);

/** The words that may stand for a level in a line, the longest first, for patterns. */
export const ENGLISH_IN_LINES = inLines(ENGLISH).join('|');
export const CHINESE_IN_LINES = inLines(CHINESE).join('|');

const LETTERS: Readonly<Record<string, LogLevel>> = {
  F: 'critical',
  C: 'critical',
  E: 'error',
  W: 'warning',
  I: 'info',
  N: 'info',
  D: 'debug',
  V: 'debug',
  T: 'trace',
};

/** The level of a single capital, as klog, Jupyter and MongoDB write it. */
export const levelOfLetter = (letter: string): LogLevel | undefined => LETTERS[letter];

export const lettersOfLevel = (level: LogLevel): readonly string[] =>
  Object.keys(LETTERS).filter((letter) => LETTERS[letter] === level);
