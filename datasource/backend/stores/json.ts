import type { JsonValue } from '@gpuscope/aggregation/logs';

type JsonObject = Readonly<Record<string, JsonValue>>;

export const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object that stands there; an empty one where there is none. */
export const objectAt = (value: JsonValue | undefined, key: string): JsonObject => {
  const found = isObject(value) ? value[key] : undefined;
  return isObject(found) ? found : {};
};

export const listAt = (value: JsonValue | undefined, key: string): readonly JsonValue[] => {
  const found = isObject(value) ? value[key] : undefined;
  return Array.isArray(found) ? (found as readonly JsonValue[]) : [];
};

export const textAt = (value: JsonValue | undefined, key: string): string => {
  const found = isObject(value) ? value[key] : undefined;
  return typeof found === 'string' ? found : '';
};

/** The number that stands there; 0 where there is none. */
export const numberAt = (value: JsonValue | undefined, key: string): number => {
  const found = isObject(value) ? value[key] : undefined;
  return typeof found === 'number' ? found : 0;
};
