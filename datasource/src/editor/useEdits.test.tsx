import { act, renderHook } from '@testing-library/react';
import { linesQuery } from '../testing/queries.js';
import type { LogsQuery } from '../types.js';
import { useEdits } from './useEdits.js';

function stage(query: LogsQuery = linesQuery()) {
  const onChange = jest.fn<undefined, [LogsQuery]>();
  const onRunQuery = jest.fn();
  const { result, rerender } = renderHook(
    (shown: LogsQuery) => useEdits({ query: shown, onChange, onRunQuery }),
    { initialProps: query },
  );
  const blur = () => act(() => result.current.onBlur({} as never));
  return { edits: () => result.current, rerender, onChange, onRunQuery, blur };
}

describe('changes of a query', () => {
  it('both count when two come before the editor is drawn anew', () => {
    const { edits, onChange } = stage();
    act(() => {
      edits().change({ limit: 5 });
      edits().select({ apps: ['web'] });
    });
    expect(onChange.mock.lastCall?.[0]).toMatchObject({ limit: 5, selection: { apps: ['web'] } });
  });

  it('start from what the outside made of the query meanwhile', () => {
    const { edits, rerender, onChange } = stage();
    rerender(linesQuery({ selection: { pods: ['p'] } }));
    act(() => edits().change({ limit: 5 }));
    expect(onChange.mock.lastCall?.[0]).toMatchObject({ limit: 5, selection: { pods: ['p'] } });
  });

  it('take out what becomes undefined, so that saved queries stay small', () => {
    const { edits, onChange } = stage(linesQuery({ limit: 5, joinStacks: true }));
    act(() => edits().change({ limit: undefined }));
    expect(onChange.mock.lastCall?.[0]).toEqual(linesQuery({ joinStacks: true }));
  });
});

describe('the query is asked', () => {
  it('when a changed field is left, not before and not twice', () => {
    const { edits, blur, onRunQuery } = stage();
    act(() => edits().change({ limit: 5 }));
    expect(onRunQuery).not.toHaveBeenCalled();
    blur();
    blur();
    expect(onRunQuery).toHaveBeenCalledTimes(1);
  });

  it('not when somebody only looked', () => {
    const { blur, onRunQuery } = stage();
    blur();
    expect(onRunQuery).not.toHaveBeenCalled();
  });

  it('at once by a switch, after it was handed on', () => {
    const { edits, blur, onChange, onRunQuery } = stage();
    act(() => edits().changeAndRun({ show: 'volume' }));
    expect(onChange.mock.invocationCallOrder[0]).toBeLessThan(
      onRunQuery.mock.invocationCallOrder[0] ?? 0,
    );
    blur();
    expect(onRunQuery).toHaveBeenCalledTimes(1);
  });
});
