import type { DataFrame, DataQueryError, DataQueryRequest, DataSourceApi } from '@grafana/data';
import { dateTime, LoadingState } from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';
import type { DataQuery } from '@grafana/schema';
import { from, lastValueFrom } from 'rxjs';

interface PromQuery extends DataQuery {
  readonly expr: string;
  readonly instant: boolean;
  readonly range: boolean;
  readonly format: string;
}

let requests = 0;

function requestOf(
  uid: string,
  exprs: Readonly<Record<string, string>>,
): DataQueryRequest<PromQuery> {
  const [start, end] = [dateTime().subtract(5, 'minutes'), dateTime()];
  requests += 1;
  return {
    requestId: `gpuscope-configuration-${requests}`,
    app: 'gpuscope-app',
    interval: '1m',
    intervalMs: 60_000,
    range: { from: start, to: end, raw: { from: start, to: end } },
    scopedVars: {},
    startTime: Date.now(),
    timezone: 'browser',
    targets: Object.entries(exprs).map(([refId, expr]) => ({
      refId,
      expr,
      instant: true,
      range: false,
      format: 'table',
      datasource: { uid },
    })),
  };
}

/** What was answered to queries by their names. */
export interface PromAnswer {
  readonly series: readonly DataFrame[];
  /** What the first of them failed of, if any did. */
  readonly failure?: string;
  /** Those that failed, and of what, as far as the source tells them apart. */
  readonly failed: Readonly<Record<string, string>>;
}

const wordsOf = ({ data, message }: DataQueryError): string => data?.message ?? message ?? '';

/**
 * Asks a Prometheus as panels do, for the present moment.
 *
 * @param exprs by name; an answer's frames carry it as `refId`
 * @throws what the data source throws
 */
export async function askPrometheus(
  uid: string,
  exprs: Readonly<Record<string, string>>,
): Promise<PromAnswer> {
  const source = (await getDataSourceSrv().get({ uid })) as unknown as DataSourceApi<PromQuery>;
  const { data, errors, error, state } = await lastValueFrom(
    from(source.query(requestOf(uid, exprs))),
  );
  const first = errors?.[0] ?? error;
  const isFailed = first !== undefined || state === LoadingState.Error;
  const failure = first === undefined ? '' : wordsOf(first);
  const failed = (errors ?? []).flatMap((one) =>
    one.refId === undefined ? [] : [[one.refId, wordsOf(one)] as const],
  );
  return {
    series: data as readonly DataFrame[],
    failed: Object.fromEntries(failed),
    ...(isFailed ? { failure } : {}),
  };
}
