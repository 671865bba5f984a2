import type { MetricFindValue } from '@grafana/data';
import { lastValueFrom } from 'rxjs';
import { seriesOf } from './answer.js';
import type { PromClient } from './client.js';
import { seriesText } from './legend.js';

interface Within {
  readonly startMs: number;
  readonly endMs: number;
}

type Find = (
  client: PromClient,
  within: Within,
  first: string,
  second?: string,
) => Promise<readonly string[]>;

interface Form {
  readonly pattern: RegExp;
  readonly find: Find;
}

const isEmptySelector = (text: string): boolean => /^\s*(\{\s*\})?\s*$/.test(text);

async function resultTexts(client: PromClient, { endMs }: Within, expr: string) {
  const answer = await lastValueFrom(client.instant(expr, endMs));
  if (answer.resultType === 'scalar' || answer.resultType === 'string') return [answer.result[1]];
  return seriesOf(answer).map(({ metric, values }) => {
    const [seconds, value] = values.at(-1) ?? [0, ''];
    const text = seriesText(metric).replaceAll('", ', '",');
    return `${text.includes('{') ? text : `${text}{}`} ${value} ${seconds * 1000}`;
  });
}

// What a variable's query may be, by Grafana's words; the label is what follows the last comma.
const FORMS: readonly Form[] = [
  {
    pattern: /^label_names\(\s*\)\s*$/,
    find: (client, { startMs, endMs }) => client.labelNames(startMs, endMs),
  },
  {
    pattern: /^label_names\((.+)\)\s*$/s,
    find: async (client, { startMs, endMs }, name) => {
      const names = await client.labelNames(startMs, endMs, `{__name__=~".*${name.trim()}.*"}`);
      return names.filter((label) => label !== '__name__');
    },
  },
  {
    pattern: /^label_values\((?:(.+),)?\s*([a-zA-Z_][\w.]*)\s*\)\s*$/s,
    find: (client, { startMs, endMs }, selector = '', label = '') =>
      client.labelValues(label, startMs, endMs, isEmptySelector(selector) ? undefined : selector),
  },
  {
    pattern: /^metrics\((.+)\)\s*$/s,
    find: (client, { startMs, endMs }, name) =>
      client.labelValues('__name__', startMs, endMs, `{__name__=~"${name}"}`),
  },
  { pattern: /^query_result\((.+)\)\s*$/s, find: resultTexts },
];

/** The values that a variable's query stands for; another text is read as a selector of series. */
export async function findValues(
  client: PromClient,
  query: string,
  within: Within,
): Promise<MetricFindValue[]> {
  for (const { pattern, find } of FORMS) {
    const [whole, first, second] = pattern.exec(query.trim()) ?? [];
    if (whole === undefined) continue;
    const texts = await find(client, within, first as string, second);
    return texts.map((text) => ({ text }));
  }
  const series = await client.series(query, within.startMs, within.endMs);
  return series.map((labels) => ({ text: seriesText(labels) }));
}
