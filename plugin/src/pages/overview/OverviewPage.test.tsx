import { boardOf, en } from '@gpuscope/dashboards';
import { screen, waitFor, within } from '@testing-library/react';
import { series } from '../../testing/frames.js';
import { draw, type World } from '../../testing/grafana.js';
import { OverviewPage } from './OverviewPage.js';

const app = (name: string) => ({ cluster: 'east', tenant: 'research', app: name });

/** Who holds most, who uses most and who leaves most unused are three. */
const FIGURES: Readonly<Record<string, readonly [number, number, number]>> = {
  held: [8, 4, 2],
  used: [5, 4, 0],
  unused: [3, 0, 2],
};
const NAMES = ['holder', 'worker', 'idler'];

const answer: World['answer'] = ({ refId }) => {
  const figures = FIGURES[refId];
  if (figures !== undefined) return figures.map((value, at) => series(value, app(NAMES[at] ?? '')));
  return refId === 'trend' ? [series(4, app('worker')), series(9, app('of the past'))] : [];
};

const URL = '/a/gpuscope-app/overview';
const open = (world: World = {}) => draw(<OverviewPage />, { url: URL, answer, ...world });
const list = async (id: string) =>
  waitFor(() => {
    const found = document.querySelector<HTMLElement>(`[data-panel="${id}"]`);
    expect(found?.dataset.shown).toMatch(/data|empty|failed/);
    return found as HTMLElement;
  });
const names = async () =>
  within(await list('top-apps'))
    .getAllByRole('link')
    .map(({ textContent }) => textContent);

describe('the lists of the Overview', () => {
  it.each([
    ['0', ['holder', 'worker', 'idler']],
    ['1', ['holder', 'worker', 'idler']],
    ['2', ['holder', 'idler', 'worker']],
  ])('are ordered by the choice at the top: %s', async (rank, expected) => {
    open({ url: `${URL}?var-rank=${rank}` });
    expect(await names()).toEqual(expected);
  });

  it('lead to the app’s page, with whose it is and the time range', async () => {
    open({ url: `${URL}?from=now-2d&to=now` });
    const link = within(await list('top-apps')).getByRole('link', { name: 'holder' });
    const url = new globalThis.URL(link.getAttribute('href') ?? '', 'http://g.example');
    expect(url.pathname).toBe('/a/gpuscope-app/app');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      'var-app': 'holder',
      'var-tenant': 'research',
      from: 'now-2d',
    });
  });

  it('draw the use over time of those who lead, and of nobody else', async () => {
    open();
    const apps = await list('top-apps');
    expect(within(apps).getAllByRole('img')).toHaveLength(1);
    expect(within(apps).queryByText('of the past')).toBeNull();
  });

  it('ask within the board’s choices, trends included', async () => {
    const { asked } = open({
      url: `${URL}?var-tenant=research`,
      values: () => ['research', 'risk'],
    });
    await list('top-apps');
    for (const { expr } of asked.filter(({ refId }) => refId === 'trend'))
      expect(expr).toContain('tenant=~"research"');
  });

  it('say why they are empty, and what failed', async () => {
    const [panel] = boardOf('overview', en).sections.flatMap(({ panels }) =>
      panels.filter(({ id }) => id === 'top-apps'),
    );
    const first = open({ answer: () => [] });
    const words = panel?.text.ifEmpty ?? '';
    expect(within(await list('top-apps')).getByText(words).isConnected).toBe(true);
    first.unmount();
    open({ answer: () => ({ status: 500, message: 'too slow' }) });
    expect(within(await list('top-apps')).getByText('too slow').isConnected).toBe(true);
  });

  it('stand for the board’s own tables: the app knows the order of their queries', () => {
    const tables = boardOf('overview', en).sections.flatMap(({ panels }) =>
      panels.filter(({ id }) => id.startsWith('top-')),
    );
    expect(tables.map(({ id }) => id)).toEqual(['top-nodes', 'top-apps', 'top-users']);
    for (const { queries } of tables) {
      const [held, used, unused] = queries.map(({ expr }) => expr);
      expect(held).toMatch(/^sum by .*allocated_gpus/);
      expect(used).toMatch(/used_gpus/);
      expect(unused).toContain(' - ');
    }
  });

  it('say until tenancy is enforced who sees what', () => {
    open();
    expect(screen.getByText(/all viewers see all tenants/).isConnected).toBe(true);
  });
});
