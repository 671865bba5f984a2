import { fireEvent, render, screen } from '@testing-library/react';
import { NumberField } from './NumberField.js';
import { TextField } from './TextField.js';

const textbox = () => screen.getByRole<HTMLInputElement>('textbox');
const type = (text: string) => fireEvent.change(textbox(), { target: { value: text } });

describe('a field', () => {
  it('shows what is changed from outside, as by a filter from a line', () => {
    const { rerender } = render(<TextField label="Words" value="a" onCommit={() => undefined} />);
    rerender(<TextField label="Words" value="a b" onCommit={() => undefined} />);
    expect(textbox().value).toBe('a b');
  });

  it('keeps what is being typed when it is drawn anew', () => {
    const { rerender } = render(<TextField label="Words" value="a" onCommit={() => undefined} />);
    type('a half');
    rerender(<TextField label="Words" value="a" onCommit={() => undefined} />);
    expect(textbox().value).toBe('a half');
  });

  it('hands on what changed, once, and Enter even where nothing did', () => {
    const onCommit = jest.fn();
    const onEnter = jest.fn();
    render(<TextField label="Words" value="a" onCommit={onCommit} onEnter={onEnter} />);
    fireEvent.keyDown(textbox(), { key: 'Enter' });
    fireEvent.blur(textbox());
    expect([onCommit.mock.calls, onEnter.mock.calls.length]).toEqual([[], 1]);
    type('b');
    fireEvent.blur(textbox());
    expect(onCommit.mock.calls).toEqual([['b']]);
  });

  it('explains itself beside its name', () => {
    render(<TextField label="Words" help="As grep" value="" onCommit={() => undefined} />);
    expect(screen.getByLabelText('As grep').tabIndex).toBe(0);
  });
});

describe('a number', () => {
  const number = () => screen.getByRole<HTMLInputElement>('spinbutton');

  it('takes whole numbers from one to its most', () => {
    const onCommit = jest.fn();
    render(<NumberField label="Lines" value={5} max={10} onCommit={onCommit} />);
    for (const text of ['0', '11', '2.5', '-1', '10', '']) {
      fireEvent.change(number(), { target: { value: text } });
      fireEvent.blur(number());
    }
    expect(onCommit.mock.calls).toEqual([[10], [undefined]]);
  });

  it('shows what holds where nothing is written', () => {
    render(
      <NumberField label="Lines" value={undefined} standard={500} max={10} onCommit={jest.fn()} />,
    );
    expect(number().placeholder).toBe('500');
  });
});
