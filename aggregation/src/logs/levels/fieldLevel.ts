import type { Field, Layout } from '../layout.js';
import type { LogLevel } from '../level.js';
import type { JsonValue } from '../record.js';
import { shapeNamed } from '../shapes/index.js';
import type { LevelScale } from './scale.js';
import { levelOfNumber, numbersOfLevel } from './scale.js';
import { lettersOfLevel, levelOfLetter, levelOfWord, wordsOfLevel } from './words.js';

const NUMBER = /^\d{1,3}$/u;

/** A level field's value: a word, a letter, or a number on the scale. */
export function levelOfValue(
  value: JsonValue | undefined,
  scale: LevelScale,
): LogLevel | undefined {
  if (typeof value === 'number') return levelOfNumber(value, scale);
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (NUMBER.test(text)) return levelOfNumber(Number(text), scale);
  // OpenTelemetry numbers its words: INFO2, ERROR4.
  return levelOfWord(text.replace(/(?<=[A-Za-z])[2-4]$/u, '')) ?? levelOfLetter(text);
}

/** How the values of a layout's level field are meant. */
export const scaleOf = (layout: Layout, path: string): LevelScale =>
  shapeNamed(layout.shape).levels?.[path] ?? 'words';

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

const NUMERIC_TYPES = new Set([
  'long',
  'integer',
  'short',
  'byte',
  'unsigned_long',
  'double',
  'float',
]);

/**
 * What a level field holds for a level, in the spellings that programs use, for exact questions: numbers where the
 * field is numeric, else texts.
 */
export function valuesOfLevel(
  layout: Layout,
  field: Field,
  level: LogLevel,
): readonly (string | number)[] {
  const numbers = numbersOfLevel(level, scaleOf(layout, field.path));
  if (NUMERIC_TYPES.has(field.type)) return numbers;
  const words = wordsOfLevel(level).flatMap((word) => [word, word.toUpperCase(), capital(word)]);
  const numbered = layout.shape === 'otel' ? otelNames(level) : [];
  return [...new Set([...words, ...numbered, ...lettersOfLevel(level), ...numbers.map(String)])];
}

/** `ERROR2`: OpenTelemetry's short names of the numbers between. */
function otelNames(level: LogLevel): readonly string[] {
  const names = { critical: 'FATAL', warning: 'WARN' } as const;
  const name = level === 'critical' || level === 'warning' ? names[level] : level.toUpperCase();
  return [2, 3, 4].map((number) => `${name}${number}`);
}

/** The level that a value of a layout's level field means. */
export const levelOfStored = (layout: Layout, field: Field, value: JsonValue) =>
  levelOfValue(value, scaleOf(layout, field.path));
