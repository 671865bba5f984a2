import type { Visitor } from './visitor.js';
import type { Site } from './preview.js';

interface Answer {
  readonly data: {
    readonly result: readonly {
      readonly metric: Readonly<Record<string, string>>;
      readonly value: readonly [number, string];
    }[];
  };
}

/** A label set with its value now. */
export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** What the site's Prometheus answers now, asked as the page asks. */
export async function askNow(
  { page }: Visitor,
  { url }: Site,
  query: string,
): Promise<readonly Sample[]> {
  const path = `${url}/api/datasources/proxy/uid/prometheus/api/v1/query`;
  const response = await page.request.get(path, { params: { query } });
  if (!response.ok()) throw new Error(`${query}: HTTP ${String(response.status())}`);
  const { data } = (await response.json()) as Answer;
  return data.result.map(({ metric, value: [, text] }) => ({
    labels: metric,
    value: Number(text),
  }));
}

/** The label that is most of something. @throws {Error} when nothing has it */
export async function most(
  visitor: Visitor,
  site: Site,
  label: string,
  figure: string,
): Promise<string> {
  const query = `topk(1, sum by (${label}) (${figure}{${label}!=""}))`;
  const [first] = await askNow(visitor, site, query);
  const name = first?.labels[label];
  if (name === undefined) throw new Error(`nothing answers ${query}`);
  return name;
}

interface RangeAnswer {
  readonly data: {
    readonly result: readonly { readonly values: readonly (readonly [number, string])[] }[];
  };
}

export interface Point {
  readonly timeMs: number;
  readonly value: number;
}

const STEP_SECONDS = 60;

/** One series from so long ago until now, a point a minute. @throws {Error} when there is none */
export async function askOverTime(
  { page }: Visitor,
  { url }: Site,
  query: string,
  lengthMs: number,
): Promise<readonly Point[]> {
  const end = Date.now() / 1000;
  const path = `${url}/api/datasources/proxy/uid/prometheus/api/v1/query_range`;
  const params = { query, start: end - lengthMs / 1000, end, step: STEP_SECONDS };
  const response = await page.request.get(path, { params });
  if (!response.ok()) throw new Error(`${query}: HTTP ${String(response.status())}`);
  const [series] = ((await response.json()) as RangeAnswer).data.result;
  if (series === undefined) throw new Error(`nothing answers ${query}`);
  return series.values.map(([time, text]) => ({ timeMs: time * 1000, value: Number(text) }));
}
