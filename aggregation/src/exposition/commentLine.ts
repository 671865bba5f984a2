import { BLANK, findIllegible, isBlank } from './chars.js';
import type { Cursor } from './cursor.js';
import type { ExpositionFormat, MetricType } from './exposition.js';
import { failAfterName, readFamilyName } from './names.js';
import { unescape } from './quoted.js';
import { show } from './show.js';

/** What a comment says of a family. `text` has its escapes resolved. */
export type Metadata =
  | { readonly kind: 'help' | 'unit'; readonly name: string; readonly text: string }
  | { readonly kind: 'type'; readonly name: string; readonly type: MetricType };

export type Comment = Metadata | { readonly kind: 'nothing' } | { readonly kind: 'eof' };

const SHARED = ['counter', 'gauge', 'histogram', 'summary'] as const;

/** The words of each format and the types they mean. */
const TYPES: Record<ExpositionFormat, ReadonlyMap<string, MetricType>> = {
  prometheus: new Map<string, MetricType>([
    ...SHARED.map((type) => [type, type] as const),
    ['untyped', 'unknown'],
  ]),
  openmetrics: new Map<string, MetricType>(
    [...SHARED, 'gaugehistogram', 'info', 'stateset', 'unknown'].map(
      (type) => [type, type as MetricType] as const,
    ),
  ),
};

const KEYWORDS: Record<ExpositionFormat, readonly string[]> = {
  prometheus: ['HELP', 'TYPE'],
  openmetrics: ['HELP', 'TYPE', 'UNIT'],
};

const NOTHING: Comment = { kind: 'nothing' };

/** Reads a line that starts with `#`, the cursor on it. */
export function readComment(cursor: Cursor): Comment | undefined {
  const start = cursor.pos;
  cursor.pos++;
  const spaced = cursor.separator();
  const word = cursor.text.slice(cursor.pos, wordEnd(cursor));
  if (spaced && KEYWORDS[cursor.format].includes(word)) {
    cursor.pos += word.length;
    return readMetadata(cursor, word);
  }
  if (!cursor.strict) return NOTHING;
  if (spaced && word === 'EOF' && cursor.pos + word.length === cursor.end) return { kind: 'eof' };
  const shown = show(cursor.text.slice(start, cursor.end));
  return cursor.fail(
    'syntax',
    `the comment ${shown} is none that OpenMetrics knows; allowed are # HELP, # TYPE, # UNIT and # EOF`,
    start,
  );
}

function wordEnd(cursor: Cursor): number {
  let at = cursor.pos;
  while (at < cursor.end && !isBlank(cursor.text.charCodeAt(at))) at++;
  return at;
}

function readMetadata(cursor: Cursor, word: string): Comment | undefined {
  if (!cursor.separator() || cursor.atEnd()) {
    return cursor.fail('bad_metadata', `# ${word} names no metric`);
  }
  const name = readFamilyName(cursor);
  if (name === undefined) return undefined;
  // Prometheus takes one separator here in both formats; what follows it is text, blanks included.
  const separated = cursor.code() === BLANK || (!cursor.strict && isBlank(cursor.code()));
  if (!cursor.atEnd() && !separated) return failAfterName(cursor, name);
  if (separated) cursor.pos++;
  if (word === 'TYPE') return readType(cursor, name);
  if (cursor.strict && !separated) {
    return cursor.fail(
      'bad_metadata',
      `one blank must stand behind the name ${show(name)}, even before an empty text`,
    );
  }
  const illegible = findIllegible(cursor.text, cursor.pos, cursor.end);
  if (illegible >= 0) return cursor.fail('binary', '', illegible);
  const raw = cursor.text.slice(cursor.pos, cursor.end);
  if (word === 'UNIT') return readUnit(cursor, name, raw);
  return { kind: 'help', name, text: unescape(raw, cursor.strict) };
}

function readType(cursor: Cursor, name: string): Comment | undefined {
  const types = TYPES[cursor.format];
  const word = cursor.text.slice(cursor.pos, cursor.end);
  const type = types.get(word);
  if (type !== undefined) return { kind: 'type', name, type };
  const allowed = [...types.keys()].join(', ');
  return cursor.fail(
    'bad_metadata',
    `the type ${show(word)} of ${show(name)} is unknown; allowed are ${allowed}`,
  );
}

function readUnit(cursor: Cursor, name: string, unit: string): Comment | undefined {
  if (unit === '' || name.endsWith(`_${unit}`)) return { kind: 'unit', name, text: unit };
  return cursor.fail(
    'bad_metadata',
    `the unit ${show(unit)} does not end the name ${show(name)}; allowed is what stands behind one of its _`,
  );
}
