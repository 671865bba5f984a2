/**
 * Lower case, character by character, as stores' analysers make it: a final sigma is a sigma, and a capital İ is an i.
 * Every character stays one character.
 */
export function fold(text: string): string {
  let folded = '';
  for (const character of text) {
    const [first = ''] = character.toLowerCase();
    folded += first;
  }
  return folded;
}
