const isHigh = (text: string, at: number) => {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit <= 0xdbff;
};

const isLow = (text: string, at: number) => {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
};

/** Whether a pair of surrogates, which is one character, begins here. */
const isPair = (text: string, at: number) => isHigh(text, at) && isLow(text, at + 1);

/** A text of at most `maxChars` characters, and how many were cut off; characters are whole code points. */
export function cutLine(
  line: string,
  maxChars: number,
): { readonly line: string; readonly cut: number } {
  if (line.length <= maxChars) return { line, cut: 0 };
  let end = 0;
  for (let chars = 0; chars < maxChars && end < line.length; chars += 1) {
    end += isPair(line, end) ? 2 : 1;
  }
  let cut = 0;
  for (let at = end; at < line.length; cut += 1) at += isPair(line, at) ? 2 : 1;
  return { line: cut === 0 ? line : line.slice(0, end), cut };
}
