/** A text as one word, whatever stands in it. */
const quotedWord = (text: string): string => `"${inQuotes(text)}"`;

/** A text as it is written between quotes. */
const inQuotes = (text: string): string => text.replace(/["\\]/g, '\\$&');

/** A text as one word, without quotes where it needs none. */
export function asWord(text: string): string {
  if (text === '') return '';
  return /^[^\s"-]\S*$/u.test(text) ? text : quotedWord(text);
}

/** Whether a quote is still open where the words written so far end; a quote inside a word is a sign like others. */
export function endsInQuotes(words: string): boolean {
  let isOpen = false;
  let isStart = true;
  for (let at = 0; at < words.length; at += 1) {
    const sign = words[at] ?? '';
    if (isOpen) {
      if (sign === '\\') at += 1;
      else if (sign === '"') isOpen = false;
      isStart = !isOpen;
    } else if (sign === '"' && isStart) {
      isOpen = true;
    } else {
      isStart = /\s/.test(sign) || (isStart && sign === '-');
    }
  }
  return isOpen;
}

/** Words with the values of a variable added: each of them wanted, or each shut out where a minus stands before. */
export function addValues(words: string, values: readonly string[]): string {
  if (endsInQuotes(words)) return words + values.map(inQuotes).join(' ');
  const isOut = /(?:^|\s)-$/.test(words);
  return (
    words +
    values
      .map(asWord)
      .filter((word) => word !== '')
      .join(isOut ? ' -' : ' ')
  );
}

/** A marked piece of a line as words: it may reach over several lines. */
export const markedWords = (text: string, sign: '' | '-'): string =>
  text
    .split(/[\r\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => sign + quotedWord(part))
    .join(' ');
