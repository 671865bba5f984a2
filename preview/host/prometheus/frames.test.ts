import { getFieldDisplayName } from '@grafana/data';
import type { Answer } from './answer.js';
import { seriesFrames } from './frames.js';
import type { PromQuery } from './query.js';
import { tableFrames } from './table.js';

const query = (more: Partial<PromQuery> = {}): PromQuery => ({
  refId: 'A',
  expr: 'gpus',
  legendFormat: '__auto',
  ...more,
});

const frames = (answer: Answer, more: Partial<PromQuery> = {}) =>
  seriesFrames({ query: query(more), expr: more.expr ?? 'gpus', stepMs: 15_000, answer });

const MATRIX: Answer = {
  resultType: 'matrix',
  result: [
    {
      metric: { app: 'train', node: 'n1' },
      values: [
        [1000, '1'],
        [1015, 'NaN'],
        [1030, '+Inf'],
      ],
    },
    { metric: { app: 'serve', node: 'n1' }, values: [[1000, '2.5']] },
  ],
};

const vector = (...rows: readonly [Record<string, string>, number, string][]): Answer => ({
  resultType: 'vector',
  result: rows.map(([metric, seconds, value]) => ({ metric, value: [seconds, value] })),
});

describe('series over time', () => {
  it('become a frame each: moments in ms, numbers, labels', () => {
    const [train, serve] = frames(MATRIX);
    expect(train?.fields.map(({ name, type, values }) => ({ name, type, values }))).toEqual([
      { name: 'Time', type: 'time', values: [1_000_000, 1_015_000, 1_030_000] },
      { name: 'Value', type: 'number', values: [1, NaN, Infinity] },
    ]);
    expect(train?.fields[1]?.labels).toEqual({ app: 'train', node: 'n1' });
    expect(train?.fields[0]?.config.interval).toBe(15_000);
    expect(serve?.refId).toBe('A');
  });

  it('say of what kind they are and what was asked', () => {
    expect(frames(MATRIX)[0]?.meta).toMatchObject({
      type: 'timeseries-multi',
      typeVersion: [0, 1],
      custom: { resultType: 'matrix' },
      executedQueryString: 'Expr: gpus\nStep: 15s',
    });
    expect(frames(vector([{}, 1, '1']))[0]?.meta?.type).toBe('numeric-multi');
  });

  it('are one frame without fields where nothing was found', () => {
    const found = frames({ resultType: 'matrix', result: [] });
    expect(found).toMatchObject([{ refId: 'A', fields: [], length: 0 }]);
  });
});

describe('names of series', () => {
  const nameOf = (answer: Answer, more: Partial<PromQuery> = {}): string[] => {
    const all = frames(answer, more);
    return all.map((frame) => getFieldDisplayName(frame.fields[1]!, frame, all));
  };

  it('are by themselves the labels that tell them apart', () => {
    const apart = vector([{ app: 'train' }, 1, '1'], [{ app: 'serve' }, 1, '1']);
    expect(nameOf(apart)).toEqual(['train', 'serve']);
  });

  it('are the labels that the legend asks for', () => {
    expect(nameOf(MATRIX, { legendFormat: '{{app}} on {{ node }}{{none}}' })).toEqual([
      'train on n1',
      'serve on n1',
    ]);
  });

  it('are written as Prometheus writes a series where there is no legend', () => {
    expect(nameOf(MATRIX, { legendFormat: '' })[0]).toBe('{app="train", node="n1"}');
  });

  it('are the query where there is no label', () => {
    expect(nameOf(vector([{}, 1, '1']), { expr: 'sum(gpus)' })).toEqual(['sum(gpus)']);
  });

  it('do not start with the word Value where a metric has a name', () => {
    expect(nameOf(vector([{ __name__: 'up', job: 'a' }, 1, '1']))).toEqual([
      '{__name__="up", job="a"}',
    ]);
  });
});

describe('tables', () => {
  const one = vector([{ app: 'train', user: 'ada' }, 5, '1'], [{ app: 'serve' }, 5, '2']);
  const shape = (all: ReturnType<typeof tableFrames>) =>
    all.map(({ fields }) => fields.map(({ name, values }) => [name, values]));

  it('have a column for the time, each label and the value', () => {
    expect(shape(tableFrames(frames(one)))).toEqual([
      [
        ['Time', [5000, 5000]],
        ['app', ['train', 'serve']],
        ['user', ['ada', '']],
        ['Value', [1, 2]],
      ],
    ]);
  });

  it('name the value after the query where there are several', () => {
    const both = [...frames(one), ...frames(one, { refId: 'B' })];
    expect(shape(tableFrames(both)).map((fields) => fields.at(-1)?.[0])).toEqual([
      'Value #A',
      'Value #B',
    ]);
  });

  it('keep that name when the other query found nothing', () => {
    const empty = frames({ resultType: 'vector', result: [] }, { refId: 'B' });
    const names = shape(tableFrames([...frames(one), ...empty])).map(
      (fields) => fields.at(-1)?.[0],
    );
    expect(names).toEqual(['Value #A', 'Value #B']);
  });

  it('are in the order of time', () => {
    const late = vector([{ app: 'late' }, 9, '1'], [{ app: 'early' }, 3, '2']);
    expect(shape(tableFrames(frames(late)))[0]?.[1]).toEqual(['app', ['early', 'late']]);
  });

  it('stay as they are where one query found nothing', () => {
    const empty = frames({ resultType: 'vector', result: [] });
    expect(tableFrames(empty)).toEqual(empty);
  });
});
