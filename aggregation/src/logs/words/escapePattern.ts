/** A text that a wildcard pattern takes as it stands. */
export const escapePattern = (text: string): string => text.replace(/[*?\\]/gu, '\\$&');
