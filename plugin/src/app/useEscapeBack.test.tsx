import { useState } from 'react';
import { locationService } from '@grafana/runtime';
import { act, fireEvent, render, screen } from '@testing-library/react';
import type { PageId } from '../links/pageUrl.js';
import { useEscapeBack } from './useEscapeBack.js';

let open: (page: PageId) => void = () => undefined;

function Pages({ first }: { readonly first: PageId }) {
  const [page, setPage] = useState(first);
  open = setPage;
  useEscapeBack(page);
  return <input aria-label="words" />;
}

const path = () => locationService.getLocation() as unknown as { readonly pathname: string };
const escape = () => fireEvent.keyDown(document.body, { key: 'Escape' });

beforeEach(() => locationService.push('/elsewhere'));

describe('Escape on a page about one thing', () => {
  it.each([
    ['app', 'apps'],
    ['user', 'users'],
    ['node', 'nodes'],
  ] as const)('leads from %s to %s', (page, list) => {
    render(<Pages first={page} />);
    escape();
    expect(path().pathname).toBe(`/a/gpuscope-app/${list}`);
  });

  it('goes back to the list as it was left', () => {
    const back = jest.spyOn(window.history, 'back').mockReturnValue();
    render(<Pages first="apps" />);
    act(() => open('app'));
    escape();
    expect(back).toHaveBeenCalledTimes(1);
    expect(path().pathname).toBe('/elsewhere');
    back.mockRestore();
  });

  it('does nothing on other pages, nor while something else would take it', () => {
    const { unmount } = render(<Pages first="overview" />);
    escape();
    expect(path().pathname).toBe('/elsewhere');
    unmount();
    render(<Pages first="app" />);
    screen.getByLabelText('words').focus();
    escape();
    expect(path().pathname).toBe('/elsewhere');
  });
});
