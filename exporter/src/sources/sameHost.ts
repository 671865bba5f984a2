/** Whether two names are one host's: alike but for upper and lower case, or one with its domain and one without. */
export function isSameHost(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  if (a === '' || b === '') return false;
  return a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);
}
