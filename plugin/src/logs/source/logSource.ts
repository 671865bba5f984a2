import type { DataQueryRequest, DataQueryResponse } from '@grafana/data';
import type { AppLogsQuery } from '@gpuscope/datasource/shared';
import type { Observable } from 'rxjs';

/** What the page needs of a gpuscope-logs-datasource. */
export interface LogSource {
  readonly uid: string;
  query(request: DataQueryRequest<AppLogsQuery>): Observable<DataQueryResponse>;
  postResource<T>(path: string, body: object, options?: object): Promise<T>;
  getResource<T>(path: string, params?: object, options?: object): Promise<T>;
}
