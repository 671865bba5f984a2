import type { LogRowModel } from '@grafana/data';
import { LogRowContextQueryDirection } from '@grafana/data';
import * as fc from 'fast-check';
import { linesQuery } from '../testing/queries.js';
import { contextQuery, contextRange, originQuery } from './context.js';

const AT = Date.UTC(2026, 10, 21, 8);
const rowOf = (labels: Record<string, string>, part: Partial<LogRowModel> = {}) =>
  ({ rowId: 'r-1', timeEpochMs: AT, labels, dataFrame: { refId: 'A' }, ...part }) as LogRowModel;
const after = { direction: LogRowContextQueryDirection.Forward, limit: 20 };
const before = { direction: LogRowContextQueryDirection.Backward };

describe('the lines around a line', () => {
  it('are asked by its id, on one side at a time', () => {
    const row = rowOf({ pod: 'web-1' });
    expect(contextQuery(row, after, linesQuery({ selection: { words: 'x' } }))).toMatchObject({
      show: 'context',
      selection: {},
      limit: 20,
      context: { id: 'r-1', direction: 'after' },
    });
    expect(contextQuery(row, before, undefined).context).toEqual({
      id: 'r-1',
      direction: 'before',
    });
    expect(contextQuery(row, before, undefined).refId).not.toBe(
      contextQuery(row, after, undefined).refId,
    );
  });

  it('can not be asked of a line without an id, and it says what to do', () => {
    expect(() => contextQuery(rowOf({}, { rowId: '' }), after, undefined)).toThrow(
      'run the query again',
    );
  });

  it('are looked for on that side only, the own millisecond on both', () => {
    const later = contextRange(rowOf({}), { ...after, timeWindowMs: 60_000 });
    expect([later.from.valueOf(), later.to.valueOf()]).toEqual([AT, AT + 60_000]);
    const earlier = contextRange(rowOf({}), before);
    expect(earlier.to.valueOf()).toBe(AT + 1);
    expect(earlier.from.valueOf()).toBe(AT - 86_400_000);
  });
});

describe('the same place as a query of its own', () => {
  it('is the pod and container, without the words that were looked for', () => {
    const row = rowOf({
      namespace: 'cv',
      pod: 'web-1',
      container: 'main',
      host: 'gpu-7',
      level: 'error',
    });
    const query = linesQuery({ selection: { words: 'boom' }, columns: ['trace_id'] });
    expect(originQuery(row, query)).toEqual({
      refId: 'context-A',
      version: 1,
      show: 'lines',
      selection: { namespaces: ['cv'], pods: ['web-1'], containers: ['main'] },
      columns: ['trace_id'],
    });
  });

  it('is the host and unit of a machine', () => {
    expect(
      originQuery(rowOf({ host: 'vm-1', unit: 'sshd.service' }), undefined)?.selection,
    ).toEqual({
      hosts: ['vm-1'],
      units: ['sshd.service'],
    });
  });

  it('is not there for a line that names neither', () => {
    expect(originQuery(rowOf({ app: 'web' }), undefined)).toBeUndefined();
  });
});

describe('whichever line it is', () => {
  const windows = fc.option(fc.integer({ min: 1, max: 1e9 }), { nil: undefined });

  it('the two sides meet in its own millisecond and nowhere else', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1e12, max: 2e12 }), windows, (timeEpochMs, timeWindowMs) => {
        const row = rowOf({}, { timeEpochMs });
        const window = timeWindowMs === undefined ? {} : { timeWindowMs };
        const later = contextRange(row, { ...after, ...window });
        const earlier = contextRange(row, { ...before, ...window });
        expect(later.from.valueOf()).toBe(timeEpochMs);
        expect(earlier.to.valueOf() - later.from.valueOf()).toBe(1);
        expect(later.to.valueOf() - timeEpochMs).toBe(timeEpochMs - earlier.from.valueOf());
        expect(later.raw.from).toBe(later.from);
      }),
    );
  });
});
