import type { Said } from '@gpuscope/aggregation';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** How deep texts may stand in texts: ours stand four deep at most. */
const DEEPEST = 8;

function isValue(value: unknown, depth: number): boolean {
  if (Array.isArray(value)) return depth < DEEPEST && value.every((one) => isValue(one, depth + 1));
  return typeof value === 'string' || typeof value === 'number' || isSaid(value, depth + 1);
}

function isSaid(value: unknown, depth = 0): value is Said {
  if (!isObject(value) || depth > DEEPEST) return false;
  const { id, text, values = {} } = value;
  const areTexts = typeof id === 'string' && typeof text === 'string' && isObject(values);
  return areTexts && Object.values(values).every((one) => isValue(one, depth));
}

/** A text that came over the wire; undefined for anything else. */
export const readSaid = (value: unknown): Said | undefined => (isSaid(value) ? value : undefined);

/** The texts of a list that came over the wire. */
export const readSaidList = (value: unknown): readonly Said[] =>
  Array.isArray(value) ? value.flatMap((one) => readSaid(one) ?? []) : [];
