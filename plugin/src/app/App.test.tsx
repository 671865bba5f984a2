import type { AppRootProps } from '@grafana/data';
import { screen } from '@testing-library/react';
import { PAGES, type PageId } from '../links/pageUrl.js';
import pluginJson from '../plugin.json';
import { draw, type World } from '../testing/grafana.js';
import { App } from './App.js';

const open = (path: string, world: World = {}) =>
  draw(<App {...({ meta: { jsonData: world.settings } } as AppRootProps)} />, {
    url: `/a/gpuscope-app/${path}`,
    ...world,
  });
const heading = async () => (await screen.findByRole('heading', { level: 1 })).textContent;

const TITLES: Readonly<Record<PageId, string>> = {
  overview: 'Overview',
  apps: 'Apps',
  app: 'All apps',
  users: 'Users',
  user: 'All users',
  nodes: 'Nodes',
  node: 'Node',
  waste: 'Waste and capacity',
  health: 'GPU health',
  quota: 'Quota',
  exporter: 'Exporter',
  logs: 'Logs',
  configuration: 'Configuration',
};

// What is fetched when a page is first opened is long in coming where others work beside us.
beforeAll(async () => {
  await import('../pages/BoardPage.js');
  await import('../pages/ConfigurationGate.js');
  await import('../pages/app/AppPage.js');
  await import('../pages/lists/ListPage.js');
  await import('../pages/logs/LogsFrame.js');
  await import('../pages/overview/OverviewPage.js');
}, 240_000);

describe('the app', () => {
  it.each(PAGES)('opens the page %s at its address', async (page) => {
    // The one node that there is would be chosen.
    open(page, { values: () => [] });
    expect(await heading()).toBe(TITLES[page]);
  });

  it('opens the Overview at its own address', async () => {
    open('');
    expect(await heading()).toBe('Overview');
  });

  it('says of an unknown page that there is none, with a way back', async () => {
    open('toString');
    expect(await heading()).toBe('There is no such page');
    expect(screen.getByRole('link', { name: 'To the Overview' }).getAttribute('href')).toBe(
      '/a/gpuscope-app/overview',
    );
  });
});

describe('Configuration', () => {
  it('is refused to a viewer, with words and a way back', async () => {
    open('configuration', { role: 'Viewer' });
    expect((await screen.findByText('Configuration is for administrators')).isConnected).toBe(true);
    expect(screen.getByRole('link', { name: 'To the Overview' }).isConnected).toBe(true);
  });

  it('opens for an administrator', async () => {
    open('configuration', { role: 'Admin' });
    await heading();
    expect(screen.queryByText('Configuration is for administrators')).toBeNull();
  });
});

describe('plugin.json', () => {
  const pages = pluginJson.includes.filter(({ type }) => type === 'page');

  it('names pages that there are, the Overview first', () => {
    for (const { path } of pages) expect(PAGES).toContain(path.split('/').at(-1));
    expect(pages.filter((page) => 'defaultNav' in page).map(({ name }) => name)).toEqual([
      'Overview',
    ]);
  });

  it('lets viewers open all but Configuration', () => {
    const closed = pages.filter((page) => page.role !== 'Viewer');
    expect(closed.map(({ name, role }) => [name, role])).toEqual([['Configuration', 'Admin']]);
  });
});
