const OPEN = new Set(['{', '[']);
const CLOSE = new Set(['}', ']']);

/** A text that is neither one JSON value nor several one after another. */
export class NotJson extends Error {}

/** Index after the JSON string that begins at `from`. */
function afterString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}

/** Index after the object or list that begins at `from`; undefined when the text ends inside it. */
function afterValue(text: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < text.length;) {
    const char = text[at] ?? '';
    if (char === '"') {
      at = afterString(text, at);
      continue;
    }
    at += 1;
    if (OPEN.has(char)) depth += 1;
    else if (CLOSE.has(char) && (depth -= 1) === 0) return at;
  }
  return undefined;
}

function parseOne(text: string, from: number, to: number): unknown {
  try {
    return JSON.parse(text.slice(from, to));
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw new NotJson(`the JSON that begins at character ${from + 1} is broken: ${words}`);
  }
}

/**
 * Reads one JSON value, or several one after another with blanks or line ends between, as several runs of kubectl
 * into one file leave them.
 * @throws NotJson saying where
 */
export function jsonDocuments(text: string): unknown[] {
  const documents: unknown[] = [];
  const start = /\S/g;
  for (let at = 0; ;) {
    start.lastIndex = at;
    const from = start.exec(text)?.index;
    if (from === undefined) return documents;
    if (!OPEN.has(text[from] ?? '')) {
      const found = JSON.stringify(text.slice(from, from + 24));
      throw new NotJson(`at character ${from + 1} stands ${found} where an object should begin`);
    }
    const to = afterValue(text, from);
    if (to === undefined) {
      throw new NotJson(`it ends inside the object that begins at character ${from + 1}`);
    }
    documents.push(parseOne(text, from, to));
    at = to;
  }
}
