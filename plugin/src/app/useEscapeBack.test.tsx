import { locationService } from '@grafana/runtime';
import { fireEvent, render, screen } from '@testing-library/react';
import type { PageId } from '../links/pageUrl.js';
import { useEscapeBack } from './useEscapeBack.js';

interface At {
  readonly page: PageId | undefined;
  readonly address?: string;
}

function Page({ page, address = '' }: At) {
  useEscapeBack(page, address);
  return (
    <>
      <input aria-label="words" />
      <button aria-label="button" />
    </>
  );
}

/** A reader's way through the app, page by page. */
function go(...[first, ...steps]: readonly [At, ...At[]]) {
  const drawn = render(<Page {...first} />);
  for (const step of steps) drawn.rerender(<Page {...step} />);
  return drawn;
}

function where(): string {
  const { pathname, search } = locationService.getLocation() as unknown as Readonly<
    Record<'pathname' | 'search', string>
  >;
  return `${pathname}${search}`;
}
const escape = () => fireEvent.keyDown(document.body, { key: 'Escape' });

beforeEach(() => locationService.push('/elsewhere'));

describe('Escape on a page about one thing', () => {
  it.each([
    ['app', 'apps'],
    ['user', 'users'],
    ['node', 'nodes'],
  ] as const)('leads from %s to %s', (page, list) => {
    go({ page });
    escape();
    expect(where()).toBe(`/a/gpuscope-app/${list}`);
  });

  it('leads to the list as it was left, whatever was changed on the page meanwhile', () => {
    const left = '/a/gpuscope-app/apps?q=llm&sort=-used&from=now-2d&to=now';
    go(
      { page: 'apps', address: '/a/gpuscope-app/apps' },
      { page: 'apps', address: left },
      { page: 'app', address: '/a/gpuscope-app/app?var-app=llm' },
      { page: 'app', address: '/a/gpuscope-app/app?var-app=llm&from=now-7d&to=now' },
    );
    escape();
    expect(where()).toBe(left);
  });

  it('leads to its own list, not to another one that was seen', () => {
    go({ page: 'apps', address: '/a/gpuscope-app/apps?q=llm' }, { page: 'node' });
    escape();
    expect(where()).toBe('/a/gpuscope-app/nodes');
  });

  it.each(['overview', 'apps', 'logs', 'configuration', undefined] as const)(
    'does nothing on the page %s',
    (page) => {
      go({ page: 'app' }, { page });
      escape();
      expect(where()).toBe('/elsewhere');
    },
  );

  it.each(['words', 'button'])('does nothing while the focus is in %s', (label) => {
    go({ page: 'app' });
    screen.getByLabelText(label).focus();
    escape();
    expect(where()).toBe('/elsewhere');
  });

  it.each(['dialog', 'menu', 'listbox'])('does nothing while a %s is open', (role) => {
    go({ page: 'app' });
    render(<div role={role} />);
    escape();
    expect(where()).toBe('/elsewhere');
  });

  it('does nothing where something has taken it, for other keys, and once the page is left', () => {
    const { unmount } = go({ page: 'app' });
    const take = (event: Event): void => event.preventDefault();
    document.body.addEventListener('keydown', take);
    escape();
    document.body.removeEventListener('keydown', take);
    fireEvent.keyDown(document.body, { key: 'e' });
    unmount();
    escape();
    expect(where()).toBe('/elsewhere');
  });
});
