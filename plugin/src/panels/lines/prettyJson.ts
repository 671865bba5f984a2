/** Longer or deeper JSON is shown as it is. */
const MOST_CHARS = 256 * 1024;
const MOST_DEPTH = 100;

/** Strings whole, then signs, then numbers and words. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/gu;

function isJson(text: string): boolean {
  if (text.length > MOST_CHARS || !/^[{[]/u.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const isOpening = (token: string): boolean => token === '{' || token === '[';
const isClosing = (token: string): boolean => token === '}' || token === ']';

/**
 * JSON over several lines, two blanks a step; undefined for what is no JSON object or list. Texts, numbers and keys
 * stay as they were written: to read and write them anew would lose digits of long ids.
 */
export function prettyJson(line: string): string | undefined {
  const text = line.trim();
  if (!isJson(text)) return undefined;
  const tokens = text.match(TOKEN) ?? [];
  let made = '';
  let depth = 0;
  let before = '';
  const newLine = (): string => `\n${'  '.repeat(depth)}`;
  for (const token of tokens) {
    if (isClosing(token)) {
      depth -= 1;
      made += isOpening(before) ? token : newLine() + token;
    } else {
      const starts = isOpening(before) || before === ',';
      made += (starts ? newLine() : '') + token;
      if (isOpening(token)) depth += 1;
      if (token === ':') made += ' ';
    }
    if (depth > MOST_DEPTH) return undefined;
    before = token;
  }
  return made;
}
