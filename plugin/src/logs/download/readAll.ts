import type { LinesPage, LinesRequest } from '@gpuscope/datasource/shared';
import { EMPTY, expand, type Observable } from 'rxjs';
import { askResource } from '../source/ask.js';
import type { LogSource } from '../source/logSource.js';

/** More lines than this are a job for the store's own tools. */
export const MOST_DOWNLOADED = 200_000;
const PAGE = 5000;

/** All lines of a request, page after page, until there are no more or too many. */
export function readAll(
  source: LogSource,
  request: Pick<LinesRequest, 'selection' | 'range'>,
  most = MOST_DOWNLOADED,
): Observable<LinesPage> {
  let count = 0;
  return askResource<LinesPage>(source, 'lines', { ...request, size: PAGE }).pipe(
    expand(({ lines, cursor }) => {
      count += lines.length;
      return cursor === undefined || count >= most
        ? EMPTY
        : askResource<LinesPage>(source, 'lines', { cursor });
    }),
  );
}
