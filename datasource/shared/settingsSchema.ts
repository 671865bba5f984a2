import { SHAPE_NAMES } from '@gpuscope/aggregation/logs';
import { z } from 'zod';
import type { Read } from './read.js';
import { readBy } from './read.js';
import type { AppLogsSecrets, AppLogsSettings } from './settings.js';

/** Grafana's editors save an emptied field as '' or null: both are no value. */
const blankIsAbsent = <T extends z.ZodType>(schema: T) =>
  z.preprocess(
    (value) =>
      value === null || (typeof value === 'string' && value.trim() === '') ? undefined : value,
    schema.optional(),
  );

const text = blankIsAbsent(z.string({ error: 'must be text' }).trim());
const word = <const W extends readonly string[]>(words: W) =>
  blankIsAbsent(z.enum(words, { error: `must be one of ${words.join(', ')}` }));
const number = (min: number, max: number) => {
  const error = `must be a whole number from ${min} to ${max}`;
  return blankIsAbsent(z.int({ error }).min(min, { error }).max(max, { error }));
};
const list = <T extends z.ZodType>(item: T, of: string) =>
  blankIsAbsent(z.array(item, { error: `must be a list of ${of}` }));

function isHttp(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  return (
    (url?.protocol === 'http:' || url?.protocol === 'https:') && !url.username && !url.password
  );
}

const httpUrl = z.string({ error: 'must be text' }).trim().refine(isHttp, {
  error: 'must be an address such as https://logs-0:9200, without a user in it',
});

/** Index patterns; `-` at the start would take indices out, `_` names what is no index. */
const INDEX = /^(?![-_+])[^\s"\\/<>|?#]{1,255}$/;
const index = z
  .string({ error: 'must be text' })
  .trim()
  .refine((value) => value.split(',').every((part) => INDEX.test(part)), {
    error: 'must be an index pattern such as logstash-*; several are parted by commas',
  });

const settings = z.object({
  setUp: word(['file', 'here']),
  product: word(['elasticsearch', 'opensearch']),
  nodes: list(httpUrl, 'addresses such as https://logs-0:9200'),
  index: blankIsAbsent(index),
  auth: word(['none', 'basic', 'apiKey']),
  user: text,
  caCertificate: text,
  cluster: text,
  clusterField: text,
  shape: word(['auto', ...SHAPE_NAMES]),
  limits: blankIsAbsent(
    z.object({
      rangeHours: number(1, 87_840),
      lines: number(1, 10_000),
      perTenant: number(1, 1000),
    }),
  ),
  prometheusUrl: blankIsAbsent(httpUrl),
  traceLinks: list(
    z.object({ field: z.string(), datasourceUid: z.string(), title: text }),
    'fields and data sources',
  ),
});

const secrets = z.object({ password: text, apiKey: text });

/** Reads jsonData. Keys that Grafana adds by itself are passed over. */
export const readSettings = (jsonData: unknown): Read<AppLogsSettings> =>
  readBy(settings, jsonData ?? {});

/** Reads the decrypted secureJsonData. */
export const readSecrets = (secureJsonData: unknown): Read<AppLogsSecrets> =>
  readBy(secrets, secureJsonData ?? {});
