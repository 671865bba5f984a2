/** Hands texts to the reader as a file. */
export function save(texts: readonly string[], name: string): void {
  const url = URL.createObjectURL(new Blob([...texts], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
