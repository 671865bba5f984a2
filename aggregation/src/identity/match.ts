import { legalValue } from './value.js';

/** A `match` reads at most this many UTF-16 code units; a longer label or annotation yields nothing. */
export const MATCH_INPUT_LIMIT = 256;

/** The longest `match`, in UTF-16 code units. */
const MATCH_LENGTH_LIMIT = 200;

/** How often `*`, `+` or `{n,m}` may stand in a `match`; one less where it does not begin with `^`. */
const MATCH_REPEAT_LIMIT = 3;

/** How many `?` and groups with `|` may stand in a `match`. */
const MATCH_CHOICE_LIMIT = 6;

/** A compiled `match`, or why it can't be used. */
export type CompiledMatch = { readonly regexp: RegExp } | { readonly reason: string };

interface Group {
  choices: boolean;
  alternatives: boolean;
}

interface Token {
  readonly kind: 'open' | 'close' | 'bar' | 'atom' | 'repeat' | 'optional' | 'exactly' | 'mark';
  readonly text: string;
}

const TOKEN =
  /(?<open>\((?:\?(?:[:=!]|<[=!]|<[A-Za-z_$][\w$]*>))?)|(?<close>\))|(?<bar>\|)|(?<exactly>\{\d+\}\??)|(?<repeat>(?:[*+]|\{\d+,\d*\})\??)|(?<optional>\?\??)|(?<mark>[\^$])|(?<atom>\\u\{[^}]*\}|\\[pPk][{<][^}>]*[}>]|\\[^]|\[(?:\\[^]|[^\]\\])*\]|[^])/gu;

function* tokens(source: string): Generator<Token> {
  for (const found of source.matchAll(TOKEN)) {
    const groups = Object.entries(found.groups ?? {});
    const kind = groups.find(([, text]) => text !== undefined)?.[0];
    yield { kind: (kind ?? 'atom') as Token['kind'], text: found[0] };
  }
}

/**
 * Why a pattern could take very long on a hostile label, if it could. Backtracking explodes where a
 * repeated group can match one text in several ways, so such groups are refused, and what may repeat or
 * be left out is counted.
 */
function slowness(source: string): string | undefined {
  const open: Group[] = [{ choices: false, alternatives: false }];
  let closed: Group | undefined;
  let repeats = 0;
  let choices = 0;
  for (const { kind, text } of tokens(source)) {
    const inner = open.at(-1);
    if (inner === undefined) return undefined;
    const group = closed;
    closed = undefined;
    if (kind === 'open') open.push({ choices: false, alternatives: false });
    else if (kind === 'close') {
      closed = open.pop();
      const outer = open.at(-1);
      if (outer !== undefined && closed?.choices) outer.choices = true;
    } else if (kind === 'bar') {
      if (!inner.alternatives) choices++;
      inner.alternatives = inner.choices = true;
    } else if (kind === 'repeat' || kind === 'optional' || kind === 'exactly') {
      if (kind !== 'optional' && group?.choices) {
        return `repeats (${text}) a group that itself holds a repeat, a "?" or a "|"; use a character class such as [a-z0-9-]+`;
      }
      if (kind !== 'exactly') inner.choices = true;
      if (kind === 'repeat') repeats++;
      if (kind === 'optional') choices++;
    }
  }
  // A pattern that may start anywhere is tried at every place, which costs as much as one repeat more.
  const anchored = source.startsWith('^') && open[0]?.alternatives === false;
  const allowed = anchored ? MATCH_REPEAT_LIMIT : MATCH_REPEAT_LIMIT - 1;
  if (repeats > allowed) {
    return `has ${repeats} repeats (*, + or {n,m}); at most ${MATCH_REPEAT_LIMIT} are allowed, and ${MATCH_REPEAT_LIMIT - 1} where it does not begin with ^`;
  }
  if (choices > MATCH_CHOICE_LIMIT) {
    return `has ${choices} optional parts ("?" or groups with "|"); at most ${MATCH_CHOICE_LIMIT} are allowed`;
  }
  return undefined;
}

/**
 * Compiles a rule's `match`: a regular expression with flag `u` and exactly one capture, at most
 * `MATCH_LENGTH_LIMIT` long, and of a form that can't take exponential time (pod owners write the texts
 * it is run on).
 */
export function compileMatch(source: string): CompiledMatch {
  if (source.length > MATCH_LENGTH_LIMIT) {
    return {
      reason: `is ${source.length} characters long; at most ${MATCH_LENGTH_LIMIT} are allowed`,
    };
  }
  let regexp: RegExp;
  let captures: number;
  try {
    regexp = new RegExp(source, 'u');
    captures = (new RegExp(`${source}|`, 'u').exec('')?.length ?? 1) - 1;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { reason: `is no regular expression: ${why}` };
  }
  if (captures !== 1) {
    return {
      reason: `has ${captures} captures; exactly one is needed, around the part that is the value; write (?:…) for any other group`,
    };
  }
  const slow = slowness(source);
  return slow === undefined ? { regexp } : { reason: slow };
}

/** The value a rule with this pattern (or without one) takes from a raw text; empty means none. */
export function valueOf(pattern: RegExp | undefined, raw: string): string {
  if (pattern === undefined) return legalValue(raw);
  if (raw.length > MATCH_INPUT_LIMIT) return '';
  return legalValue(pattern.exec(raw)?.[1] ?? '');
}
