import { PageLayoutType } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import { At } from '../testing/At.js';
import { Page } from './Page.js';
import { where } from './whereStore.js';
import '../testing/patience.js';

const nav = { text: 'Nodes', url: '/a/app/nodes' };

const draw = (props: Partial<Parameters<typeof Page>[0]> = {}) =>
  render(
    <At>
      <Page pageNav={nav} {...props}>
        <p>content</p>
      </Page>
    </At>,
  );

describe('a page of a plugin', () => {
  it('has its title, what it says and what it offers', () => {
    draw({
      subTitle: 'Which machines are there?',
      actions: <button>Refresh</button>,
      info: [{ label: 'Cluster', value: 'c1' }],
    });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Nodes');
    for (const text of ['Which machines are there?', 'Refresh', 'Cluster', 'c1', 'content']) {
      expect(screen.getByText(text)).toBeTruthy();
    }
  });

  it('may draw its own title', () => {
    draw({ renderTitle: (title) => <h1>My {title}</h1> });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('My Nodes');
  });

  it('has its parts as tabs, the one that is shown apart', () => {
    const children = [
      { text: 'One', url: '/1', active: true },
      { text: 'Two', url: '/2' },
    ];
    draw({ pageNav: { ...nav, children } });
    expect(
      screen.getAllByRole('tab').map((tab) => [tab.textContent, tab.getAttribute('aria-selected')]),
    ).toEqual([
      ['One', 'true'],
      ['Two', 'false'],
    ]);
  });

  it.each([PageLayoutType.Canvas, PageLayoutType.Custom])(
    'has no head where it draws all itself (%s)',
    (layout) => {
      draw({ layout });
      expect(screen.queryByRole('heading')).toBeNull();
      expect(screen.getByText('content')).toBeTruthy();
    },
  );

  it('tells the frame where it is as long as it is shown', () => {
    const { unmount } = draw();
    expect(where.get()).toBe(nav);
    unmount();
    expect(where.get()).toBeUndefined();
  });
});
