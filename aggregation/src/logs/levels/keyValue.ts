import type { LogLevel } from '../level.js';
import { levelOfWord } from './words.js';

/** `key=value` or `key="a value"`, and the blanks after it. */
const PAIR = /([\p{L}\p{N}_.@-]+)=(?:"((?:[^"\\]|\\.)*)"|(\S*))(?:\s+|$)/uy;

const LEVEL_KEYS = new Set([
  'level',
  'lvl',
  'severity',
  'loglevel',
  'log_level',
  'log.level',
  '级别',
  '日志级别',
]);

const MOST_PAIRS = 12;

/** A time or a name before the first pair: `2026-11-21T08:00:00Z level=warn`. */
const BEFORE = /^(?:\[?[\d][\dTZ:.,+/-]*(?: [\dTZ:.,+/-]+)?\]?\s+)?/u;

/** The level of a logfmt line, as logrus, go-kit, slog and zap's sugar write it: pairs, and the level among them. */
export function levelOfPairs(text: string): LogLevel | undefined {
  PAIR.lastIndex = BEFORE.exec(text)?.[0].length ?? 0;
  for (let pair = 0; pair < MOST_PAIRS; pair += 1) {
    const found = PAIR.exec(text);
    if (found === null) return undefined;
    const [, key = '', quoted, bare = ''] = found;
    if (LEVEL_KEYS.has(key.toLowerCase())) return levelOfWord(quoted ?? bare);
  }
  return undefined;
}
