import { fireEvent, render, screen } from '@testing-library/react';
import '../testing/patience.js';
import { NodesField } from './NodesField.js';

const rows = () => screen.getAllByRole<HTMLInputElement>('textbox');
const write = (row: number, text: string) =>
  fireEvent.change(rows()[row]!, { target: { value: text } });
const add = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Add an address' });

function stage(nodes: readonly string[] = []) {
  const onChange = jest.fn<undefined, [readonly string[]]>();
  render(<NodesField nodes={nodes} disabled={false} onChange={onChange} />);
  return { onChange, last: () => onChange.mock.lastCall?.[0] };
}

describe('the addresses of a store', () => {
  it('begin with an empty row', () => {
    const { onChange } = stage();
    expect(rows().map(({ value }) => value)).toEqual(['']);
    expect(onChange).not.toHaveBeenCalled();
  });

  it('grow by a row only when all rows are written', () => {
    const { last } = stage();
    expect(add().disabled).toBe(true);
    write(0, 'https://a:9200');
    expect(add().disabled).toBe(false);
    fireEvent.click(add());
    expect(rows()).toHaveLength(2);
    expect(add().disabled).toBe(true);
    expect(last()).toEqual(['https://a:9200']);
  });

  it('keep their order, whichever is changed or removed', () => {
    const { last } = stage(['https://a', 'https://b', 'https://c']);
    write(1, 'https://x');
    expect(last()).toEqual(['https://a', 'https://x', 'https://c']);
    fireEvent.click(screen.getAllByRole('button', { name: 'Remove this address' })[0]!);
    expect(last()).toEqual(['https://x', 'https://c']);
    expect(rows().map(({ value }) => value)).toEqual(['https://x', 'https://c']);
  });

  it('can all be removed but the row to write in', () => {
    stage(['https://a', 'https://b']);
    fireEvent.click(screen.getAllByRole('button', { name: 'Remove this address' })[0]!);
    expect(screen.queryByRole('button', { name: 'Remove this address' })).toBeNull();
    write(0, '');
    expect(rows()).toHaveLength(1);
  });

  const problems: readonly (readonly [string, RegExp | undefined])[] = [
    ['https://logs-0:9200', undefined],
    ['http://[::1]:9200/path', undefined],
    ['  ', undefined],
    ['logs-0:9200', /begins with https/],
    ['ftp://logs-0', /begins with https/],
    ['javascript:alert(1)', /begins with https/],
    ['https://', /begins with https/],
    ['https://me@logs-0', /everybody could read/],
    ['https://:pw@logs-0', /everybody could read/],
  ];
  it.each(problems)('%j is told what is wrong with it', (text, problem) => {
    stage();
    write(0, text);
    if (problem === undefined) expect(screen.queryByRole('alert')).toBeNull();
    else expect(screen.getByRole('alert').textContent).toMatch(problem);
    expect(rows()[0]?.getAttribute('aria-invalid')).toBe(String(problem !== undefined));
  });
});
