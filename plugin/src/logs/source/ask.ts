import type { DataFrame, DataQueryResponse, TimeRange } from '@grafana/data';
import { getTimeZone, LoadingState, rangeUtil } from '@grafana/data';
import type { AppLogsQuery } from '@gpuscope/datasource/shared';
import { filter, map, Observable } from 'rxjs';
import type { LogSource } from './logSource.js';

/** Bars that a graph has room for. */
const BARS = 100;

export type Question = Omit<AppLogsQuery, 'version'>;

function framesOf({ data, errors = [], error }: DataQueryResponse): readonly DataFrame[] {
  const failed = errors[0] ?? error;
  if (failed !== undefined) throw new Error(failed.message ?? failed.data?.message ?? '');
  return data.filter((one): one is DataFrame => 'fields' in one);
}

/**
 * Asks a question; who stops listening cancels it.
 *
 * @param question its `refId` names the use: a later question of the same name takes the place of the one before
 */
export function askFrames(
  source: LogSource,
  question: Question,
  range: TimeRange,
): Observable<readonly DataFrame[]> {
  const { interval, intervalMs } = rangeUtil.calculateInterval(range, BARS, '1s');
  return source
    .query({
      requestId: `${source.uid}-${question.refId}`,
      interval,
      intervalMs,
      maxDataPoints: BARS,
      range,
      scopedVars: {},
      targets: [{ ...question, version: 1 }],
      timezone: getTimeZone(),
      app: 'gpuscope-app',
      startTime: Date.now(),
    })
    .pipe(
      filter(({ state }) => state !== LoadingState.Loading),
      map(framesOf),
    );
}

/** Asks a resource by POST; who stops listening cancels it. */
export const askResource = <T>(source: LogSource, path: string, body: object): Observable<T> =>
  new Observable<T>((listener) => {
    const stop = new AbortController();
    const options = { showErrorAlert: false, abortSignal: stop.signal };
    source.postResource<T>(path, body, options).then(
      (answer) => {
        listener.next(answer);
        listener.complete();
      },
      (error: unknown) => listener.error(error),
    );
    return () => stop.abort();
  });
