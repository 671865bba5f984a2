export interface MarkedPart {
  readonly text: string;
  readonly isMarked: boolean;
}

/**
 * Finds all of these expressions at once, in any case. `(?i)`, which Grafana's own lists expect in front, says the
 * same; what is no expression is passed over.
 */
export function finderOf(expressions: readonly string[]): RegExp | undefined {
  const sources = expressions
    .map((source) => source.replace(/^\(\?i\)/u, ''))
    .filter(isExpression)
    .toSorted((a, b) => b.length - a.length);
  return sources.length === 0 ? undefined : new RegExp(sources.join('|'), 'giu');
}

function isExpression(source: string): boolean {
  try {
    return source !== '' && !new RegExp(source, 'giu').test('');
  } catch {
    return false;
  }
}

/** The text in parts, those marked that the finder finds; joined they are the text again. */
export function markParts(text: string, finder: RegExp | undefined): readonly MarkedPart[] {
  if (finder === undefined) return [{ text, isMarked: false }];
  const parts: MarkedPart[] = [];
  let at = 0;
  for (const { 0: found, index } of text.matchAll(finder)) {
    if (index > at) parts.push({ text: text.slice(at, index), isMarked: false });
    parts.push({ text: found, isMarked: true });
    at = index + found.length;
  }
  if (at < text.length || parts.length === 0) parts.push({ text: text.slice(at), isMarked: false });
  return parts;
}
