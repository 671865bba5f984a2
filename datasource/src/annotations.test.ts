import type { AnnotationQuery } from '@grafana/data';
import { annotationSupport } from './annotations.js';
import { linesQuery } from './testing/queries.js';
import type { LogsQuery } from './types.js';

const annotation = (target?: Partial<LogsQuery>) =>
  ({ name: 'errors', enable: true, iconColor: 'red', target }) as AnnotationQuery<LogsQuery>;
const prepared = (target?: Partial<LogsQuery>) =>
  annotationSupport.prepareQuery?.(annotation(target));

describe('lines as marks on graphs', () => {
  it('are the worst ones, until somebody says otherwise', () => {
    expect(annotationSupport.getDefaultQuery?.()).toMatchObject({
      show: 'lines',
      selection: { levels: ['critical', 'error'] },
    });
  });

  it('are asked as lines, whatever was saved, and no flood of them', () => {
    expect(prepared(linesQuery({ show: 'counts', selection: { apps: ['web'] } }))).toMatchObject({
      show: 'lines',
      limit: 100,
      selection: { apps: ['web'] },
    });
    expect(prepared(linesQuery({ limit: 7 }))).toMatchObject({ limit: 7 });
  });

  it('are not asked before anything is written', () => {
    expect(prepared()).toBeUndefined();
    expect(prepared({ selection: {} })).toMatchObject({ refId: 'Anno' });
  });
});
