import { render, screen } from '@testing-library/react';
import { Broken } from './Broken.js';

function Bad(): never {
  throw new Error('Loading chunk 7 failed');
}

beforeEach(() => jest.spyOn(console, 'error').mockReturnValue());
afterEach(() => jest.restoreAllMocks());

describe('a page that fails', () => {
  it('says so, with what it failed of and what may help', () => {
    render(
      <Broken page="app">
        <Bad />
      </Broken>,
    );
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain('This page could not be shown');
    expect(alert.textContent).toContain('load it anew');
    expect(alert.textContent).toContain('Loading chunk 7 failed');
  });

  it('does not keep the others from being shown', () => {
    const { rerender } = render(
      <Broken page="app">
        <Bad />
      </Broken>,
    );
    rerender(<Broken page="apps">the list</Broken>);
    expect(screen.getByText('the list').isConnected).toBe(true);
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
