import { getDataSourceSrv } from '@grafana/runtime';
import { from, map } from 'rxjs';
import type { LogSource } from './logSource.js';
import type { Answer } from './useAnswer.js';
import { useAnswer } from './useAnswer.js';

/** The data source of a uid, once Grafana has loaded its plugin. */
export const useLogSource = (uid: string | undefined): Answer<LogSource> =>
  useAnswer(uid, () =>
    from(getDataSourceSrv().get(uid)).pipe(
      // Every source of this type is a DataSourceWithBackend.
      map((source) => source as unknown as LogSource),
    ),
  );
