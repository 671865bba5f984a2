import { act, fireEvent, render, screen } from '@testing-library/react';
import type { Finding } from './check.js';
import { CheckPart } from './CheckPart.js';

const NONE: Finding = { state: 'error', text: 'There is none', remedy: 'Add one' };

/** A test of sources that answers when it is told to. */
function part() {
  const answers = new Map<string, (findings: readonly Finding[]) => void>();
  const run = jest.fn(
    (uid: string) => new Promise<readonly Finding[]>((answer) => answers.set(uid, answer)),
  );
  const of = (uid: string | undefined) => (
    <CheckPart title="Metrics" uid={uid} none={NONE} run={run} />
  );
  const drawn = render(of('one'));
  return {
    run,
    choose: (uid: string | undefined) => drawn.rerender(of(uid)),
    answer: (uid: string, text: string) =>
      act(async () => {
        answers.get(uid)?.([{ state: 'ok', text }]);
        await Promise.resolve();
      }),
  };
}

const button = () => screen.getByRole('button', { name: 'Test: Metrics' });
const press = () => fireEvent.click(button());
const isDisabled = () => (button() as HTMLButtonElement).disabled;

describe('the test of a source', () => {
  it('asks once while it runs, and can be asked again', async () => {
    const { run, answer } = part();
    press();
    expect(isDisabled()).toBe(true);
    press();
    expect(run).toHaveBeenCalledTimes(1);
    await answer('one', 'well');
    expect(screen.getByText('well').isConnected).toBe(true);
    expect(isDisabled()).toBe(false);
    press();
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('says nothing of one source that was found of another', async () => {
    const { choose, answer } = part();
    press();
    choose('two');
    expect(isDisabled()).toBe(false);
    await answer('one', 'found of one');
    expect(screen.queryByText('found of one')).toBeNull();
    press();
    await answer('two', 'found of two');
    expect(screen.getByText('found of two').isConnected).toBe(true);
    choose('one');
    expect(screen.queryByText(/found of/)).toBeNull();
  });

  it('keeps the later answer where an earlier one comes late', async () => {
    const { choose, answer } = part();
    press();
    choose('two');
    press();
    await answer('two', 'found of two');
    await answer('one', 'found of one');
    expect(screen.getByText('found of two').isConnected).toBe(true);
  });

  it('says what is missing where there is no source, with no button', () => {
    const { choose } = part();
    choose(undefined);
    expect(screen.getByText('Add one').isConnected).toBe(true);
    expect(screen.queryByRole('button', { name: /^Test/ })).toBeNull();
  });
});
