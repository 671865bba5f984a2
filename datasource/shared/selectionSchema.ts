import type { Selection } from '@gpuscope/aggregation/logs';
import { LOG_LEVELS } from '@gpuscope/aggregation/logs';
import { z } from 'zod';
import type { Read } from './read.js';
import { readBy } from './read.js';

/** Far more than anybody chooses by hand, far fewer than a store's limits. */
const MAX_VALUES = 1000;
const MAX_NAME = 1024;
const MAX_WORDS = 2000;

const shortText = (max: number) =>
  z
    .string({ error: 'must be text' })
    .max(max, { error: `is too long; at most ${max} characters are allowed` });

const texts = z
  .array(shortText(MAX_NAME), { error: 'must be a list of texts' })
  .max(MAX_VALUES, { error: `holds too many values; at most ${MAX_VALUES} are allowed` });

const LEVELS = [...LOG_LEVELS, 'unknown'] as const;
const levels = z.array(z.enum(LEVELS, { error: `must be one of ${LEVELS.join(', ')}` }), {
  error: 'must be a list of levels',
});

interface Issue {
  readonly code?: string | undefined;
  readonly keys?: readonly string[] | undefined;
}

/**
 * A key that nobody knows is refused, not passed over: a misspelt one would narrow nothing, and show more than was
 * asked for.
 */
const refuse =
  (known: readonly string[], form: string) =>
  ({ code, keys = [] }: Issue): string =>
    code === 'unrecognized_keys'
      ? `holds what is not known: ${keys.join(', ')}; known are ${known.join(', ')}`
      : `must be ${form}`;

const OPS = ['=', '!=', 'exists', 'missing'] as const;
const filter = z
  .strictObject(
    {
      name: shortText(MAX_NAME).min(1, { error: 'must not be empty' }),
      op: z.enum(OPS, { error: `must be one of ${OPS.join(', ')}` }),
      values: texts.default([]),
    },
    { error: refuse(['name', 'op', 'values'], '{name, op, values}') },
  )
  .refine(({ op, values }) => op === 'exists' || op === 'missing' || values.length > 0, {
    path: ['values'],
    error: 'must hold at least one value for = and !=',
  });

const shape = {
  clusters: texts.optional(),
  tenants: texts.optional(),
  apps: texts.optional(),
  users: texts.optional(),
  namespaces: texts.optional(),
  pods: texts.optional(),
  containers: texts.optional(),
  hosts: texts.optional(),
  units: texts.optional(),
  levels: levels.optional(),
  words: shortText(MAX_WORDS).optional(),
  lucene: shortText(MAX_WORDS).optional(),
  filters: z
    .array(filter, { error: 'must be a list of {name, op, values}' })
    .max(MAX_VALUES, { error: `holds too many filters; at most ${MAX_VALUES} are allowed` })
    .optional(),
};

/** Which lines, as queries and resource calls carry it. */
export const selectionSchema = z.strictObject(shape, {
  error: refuse(Object.keys(shape), 'a mapping such as {"apps": ["web"]}'),
});

/** Reads a selection by itself; all that is wrong with it, by key. */
export const readSelection = (value: unknown): Read<Selection> => readBy(selectionSchema, value);
