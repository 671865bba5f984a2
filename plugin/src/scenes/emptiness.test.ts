import { FieldType, LoadingState, getDefaultTimeRange, type PanelData } from '@grafana/data';
import { series } from '../testing/frames.js';
import { errorText, shownOf } from './emptiness.js';

const data = (part: Partial<PanelData>): PanelData => ({
  state: LoadingState.Done,
  series: [],
  timeRange: getDefaultTimeRange(),
  ...part,
});

describe('shownOf', () => {
  it('waits until something came', () => {
    expect(shownOf(undefined)).toBe('loading');
    expect(shownOf(data({ state: LoadingState.NotStarted }))).toBe('loading');
    expect(shownOf(data({ state: LoadingState.Loading }))).toBe('loading');
  });

  it('keeps what is there while more is on its way', () => {
    expect(shownOf(data({ state: LoadingState.Loading, series: [series(1)] }))).toBe('data');
  });

  it('finds nothing in no frames, frames without rows, and figures that are none', () => {
    expect(shownOf(data({}))).toBe('empty');
    expect(shownOf(data({ series: [{ fields: [], length: 0 }] }))).toBe('empty');
    expect(shownOf(data({ series: [series(null), series(Number.NaN)] }))).toBe('empty');
  });

  it('finds something in nought, and in rows of words', () => {
    expect(shownOf(data({ series: [series(null), series(0)] }))).toBe('data');
    const words = { name: 'app', type: FieldType.string, config: {}, values: ['a'] };
    expect(shownOf(data({ series: [{ fields: [words], length: 1 }] }))).toBe('data');
  });

  it('tells a refusal from a failure, and shows what came beside either', () => {
    const failed = (status: number) =>
      data({ state: LoadingState.Error, errors: [{ status, message: 'x' }] });
    expect([401, 403, 500].map((status) => shownOf(failed(status)))).toEqual([
      'denied',
      'denied',
      'failed',
    ]);
    expect(shownOf({ ...failed(500), series: [series(1)] })).toBe('data');
    expect(shownOf(data({ error: { message: 'late' } }))).toBe('failed');
  });
});

describe('errorText', () => {
  it('is the most that the source said', () => {
    expect(errorText(data({ error: { data: { message: 'a' }, message: 'b' } }))).toBe('a');
    expect(errorText(data({ errors: [{ message: 'b' }] }))).toBe('b');
    expect(errorText(data({ error: { statusText: 'Bad Gateway' } }))).toBe('Bad Gateway');
    expect(errorText(data({}))).toBeUndefined();
  });
});
