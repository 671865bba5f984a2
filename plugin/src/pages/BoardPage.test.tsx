import { locationService } from '@grafana/runtime';
import { boardOf, en } from '@gpuscope/dashboards';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { series } from '../testing/frames.js';
import { draw, type World } from '../testing/grafana.js';
import { BoardPage } from './BoardPage.js';

const NODE = boardOf('node', en);
const FIRST = NODE.sections[0]?.panels[0];
if (FIRST === undefined) throw new Error('the board of a node has no panel');

const parameters = () => locationService.getSearch();
const open = (world: World = {}) => draw(<BoardPage page="node" />, world);
const place = (id: string) => document.querySelector<HTMLElement>(`[data-panel="${id}"]`);

/** The place of the first panel, once it shows what it is to show. */
async function shows(what: string): Promise<HTMLElement> {
  return waitFor(() => {
    const found = place(FIRST?.id ?? '');
    expect(found?.dataset.shown).toBe(what);
    return found as HTMLElement;
  });
}

describe('a page that is a board', () => {
  it('draws what the data source answers', async () => {
    open({ answer: () => [series(3.4)] });
    expect((await within(await shows('data')).findByText(/Value=3.4/)).isConnected).toBe(true);
  });

  it('says of an empty panel what is missing, in place of no data', async () => {
    open({ answer: () => [] });
    const panel = await shows('empty');
    expect(within(panel).getByText(FIRST.text.ifEmpty).isConnected).toBe(true);
    expect(within(panel).getByText(FIRST.text.title).isConnected).toBe(true);
  });

  it('holds the place of a panel that waits', async () => {
    open({ answer: () => 'never' });
    expect(within(await shows('loading')).getByTestId('skeleton').isConnected).toBe(true);
  });

  it('says what the source said when it fails, and asks again', async () => {
    let isWell = false;
    open({ answer: () => (isWell ? [series(1)] : { status: 502, message: 'bad gateway' }) });
    const panel = await shows('failed');
    expect(within(panel).getByText('bad gateway').isConnected).toBe(true);
    isWell = true;
    await userEvent.click(within(panel).getByRole('button', { name: 'Try again' }));
    await shows('data');
  });

  it('says so when the reader may not ask', async () => {
    open({ answer: () => ({ status: 403, message: 'nope' }) });
    expect(within(await shows('denied')).getByText(/You may not see this/).isConnected).toBe(true);
  });

  it('says who can help when there is no Prometheus', () => {
    open({ sources: [] });
    expect(screen.getByText('Grafana has no Prometheus data source yet').isConnected).toBe(true);
    expect(screen.queryByRole('link', { name: 'Choose one' })).toBeNull();
  });

  it('leads an administrator to Configuration when there is no Prometheus', () => {
    open({ sources: [], role: 'Admin' });
    expect(screen.getByRole('link', { name: 'Choose one' }).getAttribute('href')).toBe(
      '/a/gpuscope-app/configuration',
    );
  });
});

describe('a page of a site that has prices', () => {
  const prices = { currency: '€', perGpuHour: 3 };
  const openUser = (world: World) => draw(<BoardPage page="user" />, world);

  it('says what GPU-hours cost', async () => {
    const { asked } = openUser({ settings: { prices }, answer: () => [series(7)] });
    await waitFor(() => expect(asked.some(({ expr }) => expr.includes('* 3 / 3600'))).toBe(true));
    expect(place('money')?.isConnected).toBe(true);
  });

  it('says nothing of money where there is none', async () => {
    const { asked } = openUser({ answer: () => [series(7)] });
    await waitFor(() => expect(place('gpu-hours')?.dataset.shown).toBe('data'));
    expect(place('money')).toBeNull();
    expect(asked.length).toBeGreaterThan(0);
  });
});

describe('the state of a board', () => {
  it('comes from the address: time range and choices reach the queries', async () => {
    const { asked } = open({
      url: '/a/gpuscope-app/node?from=now-2d&to=now&var-cluster=east&var-node=gpu-7',
      values: () => ['gpu-1', 'gpu-7', 'east'],
    });
    await shows('empty');
    expect(asked.length).toBeGreaterThan(0);
    for (const { expr } of asked) expect(expr).toMatch(/cluster=~"east"/);
    expect(asked.some(({ expr }) => expr.includes('gpu-7'))).toBe(true);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('gpu-7');
  });

  it('keeps a choice that no series names any more, so that a pasted link still opens the same view', async () => {
    const { asked } = open({
      url: '/a/gpuscope-app/node?var-node=gone',
      values: () => ['gpu-1'],
    });
    await shows('empty');
    expect(asked.every(({ expr }) => !expr.includes('gpu-1'))).toBe(true);
    expect(parameters().getAll('var-node')).toEqual(['gone']);
  });

  it('goes into the address', async () => {
    open({ values: () => ['gpu-1', 'gpu-7'] });
    await shows('empty');
    await waitFor(() => expect(parameters().get('var-node')).toBe('gpu-1'));
    expect(parameters().get('from')).toBe(NODE.from ?? 'now-6h');
  });

  it('folds a section away, and asks nothing for it when the page is opened so', async () => {
    const [, section] = NODE.sections;
    const id = section?.id ?? '';
    const first = open();
    await shows('empty');
    await userEvent.click(screen.getByRole('button', { name: section?.title ?? '' }));
    expect(parameters().get(`fold-${id}`)).toBe('1');
    first.unmount();
    open({ url: `/a/gpuscope-app/node?fold-${id}=1` });
    await shows('empty');
    expect(place(section?.panels[0]?.id ?? '')).toBeNull();
    expect(
      screen.getByRole('button', { name: section?.title ?? '', expanded: false }).isConnected,
    ).toBe(true);
  });
});

describe('the choice of a cluster', () => {
  const label = en.words.cluster;
  const variables = (clusters: readonly string[]) => (query: string) =>
    query.endsWith(', cluster)') ? clusters : ['gpu-1'];

  it('is offered where there are several', async () => {
    open({ values: variables(['east', 'west']) });
    await shows('empty');
    expect(screen.getByText(label).isConnected).toBe(true);
  });

  it.each([
    ['one', ['east']],
    ['none', []],
  ] as const)(
    'is not offered where there is %s, and series without the label match',
    async (_, clusters) => {
      const { asked } = open({ values: variables(clusters) });
      await shows('empty');
      await waitFor(() => expect(screen.queryByText(label)).toBeNull());
      expect(asked.every(({ expr }) => !expr.includes('cluster=~"$cluster"'))).toBe(true);
      expect(asked.some(({ expr }) => expr.includes('cluster=~".*"'))).toBe(true);
    },
  );
});
