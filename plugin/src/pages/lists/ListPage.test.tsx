import { locationService } from '@grafana/runtime';
import { store } from '@grafana/data';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { series } from '../../testing/frames.js';
import { draw, type World } from '../../testing/grafana.js';
import { ListPage } from './ListPage.js';

const app = (name: string, tenant: string) => ({ cluster: 'east', tenant, app: name });
const [LLM, OCR, CHAT] = [app('llm', 'research'), app('ocr', 'risk'), app('chat', 'research')];

/** Three apps by GPUs held; used are half of them. */
const answer: World['answer'] = ({ refId }) => {
  if (refId === 'held') return [series(8, LLM), series(1, OCR), series(2, CHAT)];
  if (refId === 'used') return [series(4, LLM), series(0.5, OCR), series(1, CHAT)];
  if (refId === 'trend') return [series(3, LLM)];
  return [];
};

const open = (world: World = {}) => draw(<ListPage list="apps" />, { answer, ...world });
const rows = () => screen.getAllByRole('row').slice(1);
const names = () => rows().map((row) => within(row).getByRole('link').textContent);
const loaded = () => screen.findByRole('link', { name: 'llm' });
const parameters = () => locationService.getSearch();
const search = () => screen.getByRole('searchbox');

beforeEach(() => store.delete('gpuscope-app.favourites.apps'));

describe('the list of apps', () => {
  it('lists who holds what, the most first, in people’s units', async () => {
    open();
    await loaded();
    expect(names()).toEqual(['llm', 'chat', 'ocr']);
    expect(rows()[0]?.textContent).toMatch(/research.*8.*4/);
    expect(screen.getByRole('status', { name: '' }).textContent).toBe('3 of 3');
  });

  it('asks once for each column and once for all sparklines', async () => {
    const { asked } = open();
    await loaded();
    const refIds = asked.map(({ refId }) => refId);
    expect(new Set(refIds).size).toBe(refIds.length);
    expect(screen.getByRole('img', { name: /between 3 GPUs and 3 GPUs/ }).isConnected).toBe(true);
  });

  it('says names as they are, in what is read aloud, too', async () => {
    const odd = `a&b <c> 'd' "e" 训练`;
    open({ answer: ({ refId }) => (refId === 'held' ? [series(1, app(odd, 'risk'))] : []) });
    const link = await screen.findByRole('link', { name: odd });
    expect(link.textContent).toBe(odd);
    expect(screen.getByRole('button', { name: `Star ${odd}` }).isConnected).toBe(true);
  });

  it('reads aloud what is hardly used as less than the least that is written', async () => {
    open({
      answer: ({ refId }) => (refId === 'held' || refId === 'trend' ? [series(0.001, LLM)] : []),
    });
    await loaded();
    expect(screen.getByRole('img', { name: /between <0.01 GPUs/ }).isConnected).toBe(true);
  });

  it('leads from a row to the app’s page, with the time range', async () => {
    open({ url: '/a/gpuscope-app/apps?from=now-2d&to=now' });
    const url = new URL((await loaded()).getAttribute('href') ?? '', 'http://g.example');
    expect(url.pathname).toBe('/a/gpuscope-app/app');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      from: 'now-2d',
      to: 'now',
      'var-cluster': 'east',
      'var-tenant': 'research',
      'var-app': 'llm',
    });
  });
});

describe('what a reader does to the list', () => {
  it('is searched as one types, and the address says so', async () => {
    open();
    await loaded();
    await userEvent.type(search(), 'risk');
    expect(names()).toEqual(['ocr']);
    expect(parameters().get('q')).toBe('risk');
    expect(screen.getByText('1 of 3').isConnected).toBe(true);
  });

  it('is sorted by a heading, then the other way', async () => {
    open();
    await loaded();
    const heading = screen.getByRole('button', { name: 'App' });
    await userEvent.click(heading);
    expect(names()).toEqual(['chat', 'llm', 'ocr']);
    await userEvent.click(heading);
    expect(names()).toEqual(['ocr', 'llm', 'chat']);
    expect(parameters().get('sort')).toBe('-name');
    expect(heading.closest('th')?.getAttribute('aria-sort')).toBe('descending');
  });

  it('opens as its address says', async () => {
    open({ url: '/a/gpuscope-app/apps?q=research&sort=name' });
    await loaded();
    expect(names()).toEqual(['chat', 'llm']);
    expect((search() as HTMLInputElement).value).toBe('research');
  });

  it('keeps stars in this browser, and shows only these when asked', async () => {
    const first = open();
    await loaded();
    await userEvent.click(screen.getByRole('button', { name: 'Star ocr' }));
    first.unmount();
    open({ url: '/a/gpuscope-app/apps?starred=1' });
    await screen.findByRole('link', { name: 'ocr' });
    expect(names()).toEqual(['ocr']);
    await userEvent.click(screen.getByRole('button', { name: 'Take the star from ocr' }));
    expect(screen.getByText('Nothing matches').isConnected).toBe(true);
  });

  it('is walked by keys: / to the search, arrows through the rows, Escape back up', async () => {
    open();
    const first = await loaded();
    await userEvent.keyboard('/');
    expect(document.activeElement).toBe(search());
    expect((search() as HTMLInputElement).value).toBe('');
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(first);
    await userEvent.keyboard('{ArrowDown}{ArrowUp}');
    expect(document.activeElement).toBe(first);
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(document.activeElement?.textContent).toBe('ocr');
    await userEvent.keyboard('{Escape}');
    expect(document.activeElement).toBe(search());
  });

  it('draws a hundred rows, and more when asked', async () => {
    const many = Array.from({ length: 130 }, (_, at) => series(1, app(`app-${at}`, 'research')));
    open({ answer: ({ refId }) => (refId === 'held' ? many : []) });
    await screen.findByRole('link', { name: 'app-0' });
    expect(rows()).toHaveLength(100);
    await userEvent.click(screen.getByRole('button', { name: 'Show 30 more of 130' }));
    expect(rows()).toHaveLength(130);
  });
});

describe('a list without rows', () => {
  it('says what leaves none, and widens', async () => {
    open({ url: '/a/gpuscope-app/apps?q=nobody' });
    await userEvent.click(await screen.findByRole('button', { name: 'Show all' }));
    expect(names()).toHaveLength(3);
  });

  it('says what is missing where nothing is collected', async () => {
    open({ answer: () => [] });
    expect((await screen.findByText(/gpuscope-exporter/)).isConnected).toBe(true);
  });

  it('holds its place while it is loading', () => {
    open({ answer: () => 'never' });
    expect(screen.getAllByTestId('skeleton').length).toBeGreaterThan(3);
  });

  it('says what failed, and asks again', async () => {
    let isWell = false;
    open({
      answer: (query) =>
        isWell ? (answer?.(query) ?? []) : { status: 500, message: 'too many samples' },
    });
    expect((await screen.findByText('too many samples')).isConnected).toBe(true);
    isWell = true;
    await userEvent.click(screen.getByRole('button', { name: /Try again/ }));
    await loaded();
  });

  it('says so when the reader may not ask', async () => {
    open({ answer: () => ({ status: 403, message: 'no' }) });
    expect((await screen.findByText('You may not see this list')).isConnected).toBe(true);
  });

  it('says who can help where there is no Prometheus', async () => {
    open({ sources: [] });
    await waitFor(() =>
      expect(screen.getByText(/no Prometheus data source/).isConnected).toBe(true),
    );
  });
});
