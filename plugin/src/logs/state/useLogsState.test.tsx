import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter, useLocation, useNavigate } from 'react-router-dom';
import '../../panels/testing/patience.js';
import { withChosen } from './state.js';
import { useLogsState } from './useLogsState.js';

function setUp(address: string) {
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <MemoryRouter initialEntries={['/start', address]} initialIndex={1}>
      {children}
    </MemoryRouter>
  );
  const { result } = renderHook(
    () => {
      const [state, change] = useLogsState();
      const navigate = useNavigate();
      return { state, change, location: useLocation(), back: () => navigate(-1) };
    },
    { wrapper },
  );
  const change = (make: Parameters<(typeof result)['current']['change']>[0]) =>
    act(() => result.current.change(make));
  return { result, change, back: () => act(() => void result.current.back()) };
}

describe('the state in the address', () => {
  it('takes two changes of one moment together', () => {
    const { result } = setUp('/logs');
    act(() => {
      result.current.change((state) => withChosen(state, 'app', ['train']));
      result.current.change((state) => ({ ...state, words: 'cuda' }));
    });
    expect(result.current.state).toMatchObject({ chosen: { app: ['train'] }, words: 'cuda' });
  });

  it('is undone by Back, one change at a time', () => {
    const { result, change, back } = setUp('/logs?from=now-6h&to=now');
    change((state) => ({ ...state, words: 'cuda' }));
    change((state) => ({ ...state, isWrapped: false }));
    back();
    expect(result.current.state).toMatchObject({ words: 'cuda', isWrapped: true });
    back();
    expect(result.current.state).toMatchObject({ words: '', from: 'now-6h' });
  });

  it('takes no step back for what changed nothing', () => {
    const { result, change, back } = setUp('/logs?words=cuda&kiosk=1');
    change((state) => ({ ...state, words: 'cuda' }));
    change((state) => withChosen(state, 'app', []));
    expect(result.current.location.search).toBe('?words=cuda&kiosk=1');
    back();
    expect(result.current.location.pathname).toBe('/start');
  });
});
