import type { LogLevel } from '../level.js';
import { CHINESE_IN_LINES, ENGLISH_IN_LINES, levelOfLetter, levelOfWord } from './words.js';

/** Times as programs begin their lines with. Matched at one place (`y`). */
const TIME = new RegExp(
  [
    String.raw`\d{4}[-/.]\d\d[-/.]\d\d(?:[T ]\d\d:\d\d:\d\d(?:[.,:]\d+)?)?(?:\s?(?:Z|UTC|CST|GMT|[+-]\d\d:?\d\d))?`,
    String.raw`\d{2}[-/](?:\d{2}|[A-Z][a-z]{2})(?:[-/]\d{2,4})?[ :T]\d\d:\d\d:\d\d(?:[.,]\d+)?(?: [+-]\d{4}| UTC)?`,
    String.raw`(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? )?(?:[A-Z][a-z]{2} {1,2}\d{1,2}|\d{1,2} [A-Z][a-z]{2})(?:,? \d{4})?,? \d{1,2}:\d\d:\d\d(?:[.,]\d+)?(?: (?:AM|PM|\d{4}))?`,
    String.raw`\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?(?:AM|PM| AM| PM)?`,
    String.raw`\d{9,}(?:\.\d+)?(?=\s)`,
  ].join('|'),
  'y',
);

/** What may stand between the parts of a line's beginning. */
const GAP = /(?:[\s|,;:：·]|-+(?=[\s[(])|(?<=[\])])-|#(?=\s))+/uy;

/** A level in brackets of its own: `[error]`, `<warn>`, `【错误】`; a module may stand before it. */
const BRACKETED = new RegExp(
  String.raw`[[(<【「『]\s*(?:[\w.-]{1,40}:)?(${ENGLISH_IN_LINES}|${CHINESE_IN_LINES})\s*[\])>】」』]`,
  'iuy',
);

/** A level in capitals as a word of its own: `ERROR x`, `WARN  x`, `[...] INFO: x`. */
const CAPITALS = new RegExp(
  String.raw`(${ENGLISH_IN_LINES.toUpperCase()})(?=$|[\s\]:,;|)]|-\s|\[|=+\s|/[A-Z])`,
  'uy',
);

/** A level in any case that a sign sets apart from the words after it. */
const SET_APART = new RegExp(
  String.raw`(${ENGLISH_IN_LINES})(?=$|:(?:\s|$)|\]|\t|\s*\||\s+-\s|\s{2,}|\s*\[)`,
  'iuy',
);

const CHINESE = new RegExp(String.raw`(${CHINESE_IN_LINES})(?=$|[\s:：\]】|,，-])`, 'uy');

/** `I1121 08:00:00.123456`: klog and glog. */
const KLOG = /([IWEF])\d{4} \d\d:\d\d:\d\d/uy;

/** `[I 2026-11-21 …`: Jupyter, tornado; `E, [2026-…`: Ruby. */
const LETTER_BEFORE_TIME = /([DIWECF]),? \[?(?=\d{2,4}[-/]?\d\d|\d\d:\d\d)/uy;

/** `[E]`: TensorRT. */
const LETTER_IN_BRACKETS = /\[([VDIWEF])\](?=\s)/uy;

/** `: W tensorflow/core/x.cc:12]`, `,123 E 12 12]`: a letter between a time and a file or a process. */
const LETTER_BEFORE_FILE = /([TVDIWEF]) (?=[\w./-]+(?:\.\w+:\d+|\/)|\d+ \d+)/uy;

/** Brackets of any kind, and what stands in them. */
const GROUP = /[[({【<]([^\][(){}【】<>]{0,80})[\])}】>]/uy;

/** A thread, process, file, logger or host: has a sign in it that words don't have. */
const NAME = /(?=[^\s]*[\d_./$@#:-])[\w.$/@#:-]{1,80}(?=[\s|\]])/uy;

/** Programs that put their own name before the level. */
const PROGRAM = /(?:NCCL|PHP|root|PIP|MPI)(?=\s)/uy;

/** A name that a dash sets apart: `root - INFO - x`. */
const DASHED = /[\p{L}\w.-]{1,60}(?=\s+[-|]\s)/uy;

function at(pattern: RegExp, text: string, place: number): RegExpExecArray | null {
  pattern.lastIndex = place;
  return pattern.exec(text);
}

/** Patterns that find a level, in the order in which they are tried. */
const WORDS: readonly RegExp[] = [BRACKETED, CAPITALS, SET_APART, CHINESE];

function levelAt(text: string, place: number, afterTime: boolean): LogLevel | undefined {
  const letter =
    at(KLOG, text, place) ??
    at(LETTER_BEFORE_TIME, text, place) ??
    at(LETTER_IN_BRACKETS, text, place) ??
    (afterTime ? at(LETTER_BEFORE_FILE, text, place) : null);
  if (letter !== null) return levelOfLetter(letter[1] ?? '');
  for (const pattern of WORDS) {
    const word = at(pattern, text, place)?.[1];
    if (word !== undefined) return levelOfWord(word);
  }
  return undefined;
}

/** A line's beginning is not read beyond this many parts, nor the parts of a bracket beyond this depth. */
const MOST_PARTS = 10;
const MOST_DEPTH = 2;

interface Part {
  readonly end: number;
  readonly isTime?: boolean;
  readonly level?: LogLevel | undefined;
}

function partAt(text: string, place: number, afterTime: boolean, depth: number): Part | undefined {
  const level = levelAt(text, place, afterTime);
  if (level !== undefined) return { end: text.length, level };
  const time = at(TIME, text, place);
  if (time !== null) return { end: TIME.lastIndex, isTime: true };
  const group = at(GROUP, text, place);
  if (group !== null) {
    const end = GROUP.lastIndex;
    const inside = group[1] ?? '';
    const found = depth < MOST_DEPTH ? levelInHeader(inside, depth + 1) : undefined;
    return { end, isTime: at(TIME, inside, 0) !== null, level: found };
  }
  for (const pattern of [PROGRAM, NAME, DASHED]) {
    if (at(pattern, text, place) !== null) return { end: pattern.lastIndex };
  }
  return undefined;
}

/**
 * The level that stands at the beginning of a line, among times, threads, files and loggers, where programs write it;
 * a word like it further on is what the line is about.
 */
export function levelInHeader(text: string, depth = 0): LogLevel | undefined {
  let place = 0;
  let afterTime = false;
  for (let part = 0; part < MOST_PARTS; part += 1) {
    if (at(GAP, text, place) !== null) place = GAP.lastIndex;
    const found = partAt(text, place, afterTime, depth);
    if (found === undefined || found.level !== undefined) return found?.level;
    place = found.end;
    afterTime ||= found.isTime === true;
  }
  return undefined;
}
