import type { DataQueryRequest } from '@grafana/data';
import { createDataFrame } from '@grafana/data';
import { linesQuery } from '../testing/queries.js';
import { templatesOf } from '../testing/templates.js';
import type { LogsQuery } from '../types.js';
import { finishResponse, partTargets, readyQuery } from './pipeline.js';

const templates = templatesOf({ app: 'web', none: [] });
const requestOf = (targets: LogsQuery[]) =>
  ({ targets, scopedVars: {} }) as unknown as DataQueryRequest<LogsQuery>;

describe('a query that is sent', () => {
  it('holds values in place of variables, and the ad hoc filters beside its own', () => {
    const query = linesQuery({
      selection: { apps: ['$app'], filters: [{ name: 'x', op: '=', values: ['1'] }] },
    });
    const sent = readyQuery(query, templates, {}, [{ key: 'pod', operator: '!=', value: 'p' }]);
    expect(sent.selection).toEqual({
      apps: ['web'],
      filters: [
        { name: 'x', op: '=', values: ['1'] },
        { name: 'pod', op: '!=', values: ['p'] },
      ],
    });
  });

  it('leaves out conditions that are half made', () => {
    const filters = [{ name: '', op: '=' as const, values: [] }];
    expect(readyQuery(linesQuery({ selection: { filters } }), templates, {}).selection).toEqual({});
  });
});

describe('queries whose variables have no value', () => {
  const { targets, answered } = partTargets(
    requestOf([
      linesQuery({ selection: { apps: ['$app'] } }),
      linesQuery({ refId: 'B', selection: { apps: ['$none'] } }),
    ]),
    templates,
  );

  it('are not sent; the others are', () => {
    expect(targets.map(({ refId }) => refId)).toEqual(['A']);
  });

  it('are answered with what is missing', () => {
    expect(answered).toHaveLength(1);
    expect(answered[0]).toMatchObject({ refId: 'B', length: 0 });
    expect(answered[0]?.meta?.notices?.[0]?.text).toContain(
      'the variable chosen for app has no value',
    );
  });
});

describe('an answer', () => {
  const frame = createDataFrame({
    refId: 'A',
    fields: [],
    meta: { notices: [{ severity: 'info', text: 'cut' }] },
  });

  it('says which ad hoc filters were not asked, beside what the backend says', () => {
    const adHoc = [{ key: 'pod', operator: '=~', value: '<web/.*>' }];
    const { data } = finishResponse({ data: [frame] }, [], adHoc);
    const notices = (data[0] as typeof frame).meta?.notices ?? [];
    expect(notices.map(({ severity }) => severity)).toEqual(['info', 'warning']);
    expect(notices[1]?.text).toContain('pod =~ <web/.*>');
  });

  it('says so too when nothing was found', () => {
    const { data } = finishResponse({ data: [] }, [], [{ key: 'p', operator: '<', value: '1' }]);
    expect((data[0] as typeof frame).meta?.notices).toHaveLength(1);
  });

  it('is left alone otherwise', () => {
    expect(finishResponse({ data: [frame] }, []).data).toEqual([frame]);
  });
});
