/** One sample of an instant query. */
export interface InstantSample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
  /** Seconds since the epoch. */
  readonly at: number;
}

/** One series of a range query. */
export interface RangeSeries {
  readonly labels: Readonly<Record<string, string>>;
  /** Seconds since the epoch, and the value then. */
  readonly points: readonly (readonly [at: number, value: number])[];
}

/** Seconds since the epoch; `step` in seconds. */
export interface QueryRange {
  readonly start: number;
  readonly end: number;
  readonly step: number;
}

interface Answer {
  readonly status: 'success' | 'error';
  readonly data?: unknown;
  readonly error?: string;
  readonly errorType?: string;
}

type Point = readonly [number, string];
type Labels = Readonly<Record<string, string>>;

/**
 * Asks Prometheus' HTTP API, https://prometheus.io/docs/prometheus/latest/querying/api/.
 *
 * @param path below `/api/v1/`
 * @returns the answer's `data`
 * @throws {Error} with Prometheus' own message and the parameters
 */
export async function askPrometheus(
  url: string,
  path: string,
  params: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  const response = await fetch(`${url}/api/v1/${path}?${new URLSearchParams(params).toString()}`);
  const text = await response.text();
  const answer = parse(text);
  if (answer?.status === 'success') return answer.data;
  const said = answer?.error ?? `HTTP ${response.status}: ${text.slice(0, 200)}`;
  throw new Error(`Prometheus refused ${path} ${JSON.stringify(params)}: ${said}`);
}

function parse(text: string): Answer | undefined {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return undefined;
  }
}

/** A sample value as the API writes it: `NaN`, `+Inf` and `-Inf` are words. */
function sampleValue(text: string): number {
  if (text === '+Inf') return Infinity;
  if (text === '-Inf') return -Infinity;
  return Number(text);
}

/** @param at seconds since the epoch; left out, now */
export async function instantQuery(
  url: string,
  query: string,
  at?: number,
): Promise<readonly InstantSample[]> {
  const params = { query, ...(at === undefined ? {} : { time: String(at) }) };
  const { resultType, result } = (await askPrometheus(url, 'query', params)) as {
    resultType: string;
    result: unknown;
  };
  if (resultType === 'scalar') return [sampleOf({}, result as Point)];
  return (result as { metric: Labels; value: Point }[]).map(({ metric, value }) =>
    sampleOf(metric, value),
  );
}

const sampleOf = (labels: Labels, [at, value]: Point): InstantSample => ({
  labels,
  at,
  value: sampleValue(value),
});

export async function rangeQuery(
  url: string,
  query: string,
  { start, end, step }: QueryRange,
): Promise<readonly RangeSeries[]> {
  const params = { query, start: String(start), end: String(end), step: String(step) };
  const { result } = (await askPrometheus(url, 'query_range', params)) as {
    result: { metric: Labels; values: Point[] }[];
  };
  return result.map(({ metric, values }) => ({
    labels: metric,
    points: values.map(([at, value]) => [at, sampleValue(value)] as const),
  }));
}
