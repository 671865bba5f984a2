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
