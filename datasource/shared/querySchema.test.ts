import {
  readLinesRequest,
  readQuery,
  readRecordRequest,
  readValuesRequest,
} from './querySchema.js';

describe('readQuery', () => {
  it('makes of an empty query the newest lines', () => {
    expect(readQuery({})).toEqual({
      value: { refId: 'A', version: 1, show: 'lines', selection: {} },
    });
  });

  it('passes over what Grafana adds by itself', () => {
    const query = {
      refId: 'B',
      datasource: { type: 'gpuscope-logs-datasource', uid: 'x' },
      intervalMs: 1000,
      maxDataPoints: 100,
      show: 'counts',
      selection: { apps: ['web'] },
      by: ['level'],
      top: 5,
      instant: true,
    };
    expect(readQuery(query)).toEqual({
      value: {
        refId: 'B',
        version: 1,
        show: 'counts',
        selection: { apps: ['web'] },
        by: ['level'],
        top: 5,
        instant: true,
      },
    });
  });

  it('tells all that is wrong, by its place', () => {
    const query = {
      show: 'metrics',
      version: 2,
      limit: 0,
      direction: 'up',
      selection: { appps: [] },
      context: { id: '', direction: 'before' },
    };
    const read = readQuery(query);
    expect('problems' in read && read.problems).toEqual([
      expect.stringContaining('version must be 1: a newer version'),
      expect.stringContaining('show must be one of lines, volume, counts, rates, context'),
      expect.stringContaining('selection holds what is not known: appps'),
      expect.stringContaining('direction must be one of newest, oldest'),
      expect.stringContaining('limit'),
      'context.id must not be empty',
    ]);
  });
});

describe('bodies of resource calls', () => {
  const range = { fromMs: 0, toMs: 1 };

  it('reads values', () => {
    expect(readValuesRequest({ range, name: 'app', prefix: 'w', top: 3 })).toEqual({
      value: { selection: {}, range, name: 'app', prefix: 'w', top: 3 },
    });
    expect(readValuesRequest({})).toEqual({ problems: ['range must be {fromMs, toMs}'] });
  });

  it('reads lines, the first page and a later one', () => {
    expect(readLinesRequest({ range, size: 10 })).toEqual({ value: { range, size: 10 } });
    expect(readLinesRequest({ cursor: 'c' })).toEqual({ value: { cursor: 'c' } });
    expect(readLinesRequest({ cursor: '' })).toEqual({ problems: ['cursor must not be empty'] });
  });

  it('reads a record', () => {
    expect(readRecordRequest({ id: 'logs-1/abc' })).toEqual({ value: { id: 'logs-1/abc' } });
    expect(readRecordRequest({ id: 7 })).toEqual({ problems: ['id must be text'] });
    expect('problems' in readRecordRequest(null)).toBe(true);
  });
});
