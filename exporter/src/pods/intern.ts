/** Gives equal texts the same memory: ten thousand pods share their namespaces, nodes and label keys. */
export type Intern = (text: string) => string;

/** Beyond this the texts are too different to be worth it; begin anew. */
const MOST = 20_000;
/** Long texts are seldom equal. */
const LONGEST = 128;

export function createIntern(): Intern {
  const known = new Map<string, string>();
  return (text) => {
    if (text.length > LONGEST) return text;
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= MOST) known.clear();
    known.set(text, text);
    return text;
  };
}
