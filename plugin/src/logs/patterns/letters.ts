/**
 * Letters of scripts that put blanks between words, as an expression: a number right beside one is a part of its word
 * (`gpu0`). In Chinese or Japanese it stands for itself.
 */
export const LETTER = '\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}';
