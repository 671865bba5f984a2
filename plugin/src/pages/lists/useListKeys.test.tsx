import { createRef } from 'react';
import { fireEvent, render, screen } from '@testing-library/react';
import { useListKeys } from './useListKeys.js';

const place = createRef<HTMLDivElement>();

/** As much of a list as keys find their way by. */
function List({ names }: { readonly names: readonly string[] }) {
  useListKeys(place);
  return (
    <div ref={place}>
      <input data-search aria-label="search" />
      <table>
        <thead>
          <tr>
            <th>
              <button>heading</button>
            </th>
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <tr key={name}>
              <td>
                <button>{`star ${name}`}</button>
              </td>
              <td>
                <a data-row href={`#${name}`}>
                  {name}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const at = (name: string): HTMLElement =>
  name === 'search' ? screen.getByLabelText(name) : screen.getByText(name);
const focused = (): string =>
  document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '';

/** Where the focus is after a key, from where it was. */
function press(from: string, key: string, modifiers: KeyboardEventInit = {}): string {
  at(from).focus();
  fireEvent.keyDown(at(from), { key, ...modifiers });
  return focused();
}

describe('keys in a list', () => {
  it.each([
    ['search', 'ArrowDown', 'a'],
    ['a', 'ArrowDown', 'b'],
    ['b', 'ArrowDown', 'c'],
    ['c', 'ArrowDown', 'c'],
    ['c', 'ArrowUp', 'b'],
    ['a', 'ArrowUp', 'search'],
    ['search', 'ArrowUp', 'search'],
    ['b', 'Escape', 'search'],
    ['search', 'Escape', 'search'],
    ['star b', 'ArrowDown', 'c'],
    ['star b', 'ArrowUp', 'a'],
    ['star a', 'ArrowUp', 'search'],
    ['heading', 'ArrowDown', 'a'],
    ['heading', 'ArrowUp', 'search'],
    ['b', '/', 'search'],
    ['b', 'x', 'b'],
  ])('from %s by %s lead to %s', (from, key, to) => {
    render(<List names={['a', 'b', 'c']} />);
    expect(press(from, key)).toBe(to);
  });

  it.each([{ ctrlKey: true }, { metaKey: true }, { altKey: true }])(
    'leave the browser its own: %j',
    (modifier) => {
      render(<List names={['a', 'b']} />);
      expect(press('a', 'ArrowDown', modifier)).toBe('a');
      expect(press('a', '/', modifier)).toBe('a');
    },
  );

  it('write a slash where one types, and lead from the page into the search', () => {
    render(
      <>
        <List names={['a']} />
        <textarea aria-label="words" />
      </>,
    );
    const words = screen.getByLabelText('words');
    words.focus();
    expect(fireEvent.keyDown(words, { key: '/' })).toBe(true);
    expect(focused()).toBe('words');
    words.blur();
    expect(fireEvent.keyDown(document.body, { key: '/' })).toBe(false);
    expect(focused()).toBe('search');
  });

  it('stay with the search where the list is empty, and stop when the page is left', () => {
    const { unmount } = render(<List names={[]} />);
    expect(press('search', 'ArrowDown')).toBe('search');
    unmount();
    expect(fireEvent.keyDown(document.body, { key: '/' })).toBe(true);
  });
});
