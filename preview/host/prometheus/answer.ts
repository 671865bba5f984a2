export type Labels = Readonly<Record<string, string>>;
/** Seconds since the epoch and a number as text: `NaN` and `+Inf` are no JSON numbers. */
export type Sample = readonly [number, string];

interface Series {
  readonly metric: Labels;
  readonly values: readonly Sample[];
}

interface Point {
  readonly metric: Labels;
  readonly value: Sample;
}

/** What Prometheus answers to a query. */
export type Answer =
  | { readonly resultType: 'matrix'; readonly result: readonly Series[] }
  | { readonly resultType: 'vector'; readonly result: readonly Point[] }
  | { readonly resultType: 'scalar' | 'string'; readonly result: Sample };

/** All kinds of answers as series: labels and samples. */
export function seriesOf(answer: Answer): readonly Series[] {
  switch (answer.resultType) {
    case 'matrix':
      return answer.result;
    case 'vector':
      return answer.result.map(({ metric, value }) => ({ metric, values: [value] }));
    case 'scalar':
    case 'string':
      return [{ metric: {}, values: [answer.result] }];
  }
}

/** A sample's number; Prometheus writes infinity as `+Inf` and `-Inf`. */
export function numberOf(text: string): number {
  if (text === '+Inf' || text === 'Inf') return Infinity;
  return text === '-Inf' ? -Infinity : Number(text);
}
