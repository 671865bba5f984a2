import type { DataQueryRequest } from '@grafana/data';
import { SupplementaryQueryType } from '@grafana/data';
import { linesQuery } from '../testing/queries.js';
import type { LogsQuery } from '../types.js';
import { supplementaryQuery, supplementaryRequest } from './supplementary.js';

const volume = { type: SupplementaryQueryType.LogsVolume } as const;
const sample = { type: SupplementaryQueryType.LogsSample } as const;
const selection = { apps: ['web'], words: 'boom' };

describe('the bars above lines', () => {
  it('are the volume of the very same lines', () => {
    const query = linesQuery({ selection, limit: 5, direction: 'oldest' });
    expect(supplementaryQuery(volume, query)).toEqual({
      refId: 'log-volume-A',
      version: 1,
      show: 'volume',
      selection,
    });
  });

  it('stand above lines only', () => {
    for (const show of ['volume', 'counts', 'rates', 'context'] as const) {
      expect(supplementaryQuery(volume, linesQuery({ show }))).toBeUndefined();
    }
    expect(supplementaryQuery(volume, linesQuery({ hide: true }))).toBeUndefined();
  });
});

describe('the lines below a count', () => {
  it('are a few of those counted', () => {
    expect(
      supplementaryQuery(sample, linesQuery({ show: 'rates', by: ['app'], selection })),
    ).toEqual({
      refId: 'log-sample-A',
      version: 1,
      show: 'lines',
      limit: 100,
      selection,
    });
    expect(supplementaryQuery({ ...sample, limit: 7 }, linesQuery({ show: 'counts' }))?.limit).toBe(
      7,
    );
  });

  it('are not asked below lines', () => {
    expect(supplementaryQuery(sample, linesQuery())).toBeUndefined();
  });
});

describe('a request of several queries', () => {
  const request = (targets: LogsQuery[]) =>
    ({ targets, app: 'explore' }) as DataQueryRequest<LogsQuery>;

  it('asks for the companions of those that have one', () => {
    const made = supplementaryRequest(
      SupplementaryQueryType.LogsVolume,
      request([linesQuery(), linesQuery({ refId: 'B', show: 'counts' })]),
    );
    expect(made?.targets.map(({ refId }) => refId)).toEqual(['log-volume-A']);
  });

  it('is none where no query has a companion', () => {
    const counts = linesQuery({ show: 'counts' });
    expect(
      supplementaryRequest(SupplementaryQueryType.LogsVolume, request([counts])),
    ).toBeUndefined();
  });
});
