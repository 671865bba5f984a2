import type { TimeRange } from '@grafana/data';
import { dateTime } from '@grafana/data';
import { setTemplateSrv } from '@grafana/runtime';
import type { Selection } from '@gpuscope/aggregation/logs';
import { renderHook } from '@testing-library/react';
import type { ValuesAnswer } from '../../shared/index.js';
import { templatesOf } from '../testing/templates.js';
import type { NameFinder } from './finder.js';
import { useFieldOptions, useValueOptions } from './useOptions.js';

const answerOf = (...texts: string[]): ValuesAnswer => ({
  values: texts.map((text) => ({ text })),
  isCut: false,
  notices: [],
});

function finderOf(answer: ValuesAnswer | Error) {
  const told = () => (answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer));
  const findValues = jest.fn(told);
  const findFields = jest.fn(told);
  const finder: NameFinder = {
    findValues,
    findFields,
    about: () => Promise.reject(new Error('no')),
  };
  return { finder, findValues, findFields };
}

const texts = (rows: readonly { readonly value: string }[]) => rows.map(({ value }) => value);

beforeEach(() => setTemplateSrv(templatesOf({})));

describe('the values of a name', () => {
  it('are asked with what is typed, within what is chosen now', async () => {
    const { finder, findValues } = finderOf(answerOf('web'));
    const from = dateTime(1);
    const range: TimeRange = { from, to: from, raw: { from, to: from } };
    const { result, rerender } = renderHook(
      (selection: Selection) => useValueOptions('app', { finder, selection, range }),
      { initialProps: {} },
    );
    const load = result.current;
    rerender({ namespaces: ['cv'] });
    expect(result.current).toBe(load);
    expect(texts(await load('we'))).toEqual(['web']);
    expect(findValues).toHaveBeenCalledWith('app', {
      selection: { namespaces: ['cv'] },
      range,
      top: 100,
      prefix: 'we',
    });
  });

  it('are not asked while a variable is typed', async () => {
    setTemplateSrv(templatesOf({ app: 'web', pod: 'p' }));
    const { finder, findValues } = finderOf(answerOf('web'));
    const { result } = renderHook(() =>
      useValueOptions('app', { finder, selection: {}, range: undefined }),
    );
    expect(texts(await result.current('$a'))).toEqual(['$app']);
    expect(findValues).not.toHaveBeenCalled();
    expect(texts(await result.current(''))).toEqual(['web', '$app', '$pod']);
  });

  it('leave the variables to choose from when they can not be had', async () => {
    setTemplateSrv(templatesOf({ app: 'web' }));
    const { finder } = finderOf(new Error('down'));
    const { result } = renderHook(() =>
      useValueOptions('app', { finder, selection: {}, range: undefined }),
    );
    const rows = await result.current('');
    expect(rows.map(({ label, value }) => label ?? value)).toEqual([
      'Could not be listed: down',
      '$app',
    ]);
  });
});

describe('the names of fields', () => {
  it('are found by any part of them, in small letters too', async () => {
    const { finder, findFields } = finderOf(answerOf('traceId', 'http.status', 'label.Team'));
    const { result } = renderHook(() =>
      useFieldOptions({ finder, selection: {}, range: undefined }),
    );
    expect(texts(await result.current('TEAM'))).toEqual(['label.Team']);
    expect(texts(await result.current('t'))).toHaveLength(3);
    expect(findFields).toHaveBeenLastCalledWith({ selection: {}, range: undefined, top: 100 });
  });
});
