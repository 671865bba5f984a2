import { act, renderHook } from '@testing-library/react';
import { Subject } from 'rxjs';
import { useAnswer } from './useAnswer.js';

function setUp(first: string | undefined) {
  const answers = new Map<string, Subject<string>>();
  const states: boolean[] = [];
  const { result, rerender } = renderHook(
    ({ asked }: { asked: string | undefined }) => {
      const answer = useAnswer(asked, () => {
        const answered = new Subject<string>();
        answers.set(asked ?? '', answered);
        return answered;
      });
      states.push(answer.isLoading);
      return answer;
    },
    { initialProps: { asked: first } },
  );
  return { result, states, answers, ask: (asked: string | undefined) => rerender({ asked }) };
}

describe('an answer', () => {
  it('is on its way from the first drawing on', () => {
    const { result, states, answers } = setUp('a');
    expect(new Set(states)).toEqual(new Set([true]));
    act(() => answers.get('a')?.next('one'));
    expect(result.current).toEqual({ value: 'one', isLoading: false });
  });

  it('stays until the next one is there, and what came too late is not taken', () => {
    const { result, answers, ask } = setUp('a');
    act(() => answers.get('a')?.next('one'));
    ask('b');
    expect(result.current).toEqual({ value: 'one', isLoading: true });
    expect(answers.get('a')?.observed).toBe(false);
    act(() => answers.get('a')?.next('late'));
    act(() => answers.get('b')?.next('two'));
    expect(result.current).toEqual({ value: 'two', isLoading: false });
  });

  it('that fails says why, in place of what was there', () => {
    const { result, answers, ask } = setUp('a');
    act(() => answers.get('a')?.next('one'));
    ask('b');
    act(() => answers.get('b')?.error(new Error('refused')));
    expect(result.current).toEqual({ error: 'refused', isLoading: false });
  });

  it('that nobody wants is not asked for', () => {
    const { result, answers, ask } = setUp(undefined);
    expect(result.current).toEqual({ isLoading: false });
    expect(answers.size).toBe(0);
    ask('a');
    ask(undefined);
    expect(result.current.isLoading).toBe(false);
    expect(answers.get('a')?.observed).toBe(false);
  });
});
