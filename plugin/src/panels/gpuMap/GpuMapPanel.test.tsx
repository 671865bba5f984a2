import { LoadingState } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { address } from '../testing/address.js';
import type { Device } from '../testing/site.js';
import { fleet, mapFrames } from '../testing/site.js';
import type { Given } from '../testing/panelProps.js';
import { panelProps } from '../testing/panelProps.js';
import '../testing/patience.js';
import { GpuMapPanel } from './GpuMapPanel.js';
import type { GpuMapOptions } from './options.js';

const draw = (devices: readonly Device[], given: Partial<Given<GpuMapOptions>> = {}) =>
  render(
    <GpuMapPanel
      {...panelProps({
        options: {},
        series: mapFrames(devices),
        width: 900,
        height: 600,
        ...given,
      })}
    />,
  );

const SITE: readonly Device[] = [
  { node: 'a', gpu: '0', app: 'trainer', busy: 0.97, since: (Date.now() - 18_000_000) / 1000 },
  { node: 'a', gpu: '1', app: 'notebook', tenant: 'nlp', busy: 0, state: 'heldIdle', idle: 18_060 },
  { node: 'b', gpu: '0', busy: 0, state: 'free' },
  { node: 'b', gpu: '1', app: 'old', busy: 0.2, state: 'sick' },
];

const cell = (name: RegExp) => screen.getByRole('gridcell', { name });
const tip = () => screen.findByTestId('gpuscope-tip');

beforeEach(() => locationService.push('/'));

describe('the map', () => {
  it('says of every cell what it is, aloud as well', () => {
    draw(SITE);
    const rows = screen.getAllByRole('row').map((row) => [
      within(row).getByRole('rowheader').textContent,
      ...within(row)
        .getAllByRole('gridcell')
        .map((one) => one.getAttribute('aria-label')),
    ]);
    expect(rows).toEqual([
      ['a', 'GPU 0: 97 %, busy, cv / trainer', 'GPU 1: 0 %, held, idle, nlp / notebook'],
      ['b', 'GPU 0: 0 %, free', 'GPU 1: 20 %, sick, cv / old'],
    ]);
  });

  it('reads aloud the very figure that is written', () => {
    draw([{ node: 'a', gpu: '0', app: 'x', busy: 0.087 }]);
    expect(cell(/GPU 0: 9 %/).textContent).toBe('9');
  });

  it('signs what somebody should look at, not by colour alone', () => {
    draw(SITE);
    const signOf = (name: RegExp) =>
      cell(name).querySelector('[data-sign]')?.getAttribute('data-sign');
    expect([signOf(/held, idle/), signOf(/sick/), signOf(/97 %/)]).toEqual([
      'heldIdle',
      'sick',
      undefined,
    ]);
  });

  it('counts in its legend', () => {
    draw(SITE);
    const legend = screen.getByRole('group', { name: 'Legend' });
    for (const words of ['1 held, idle', '0 throttled', '1 sick', '1 free']) {
      expect(within(legend).getByText(words)).toBeInstanceOf(HTMLElement);
    }
  });

  it('tells on hover who has a device, since when, and for how long it has been idle', async () => {
    draw(SITE);
    const user = userEvent.setup();
    await user.hover(cell(/97 %/));
    expect((await tip()).textContent).toContain('a · GPU 0');
    expect((await tip()).textContent).toMatch(/App.*trainer.*User.*li\.lei.*for 5 h/);
    await user.hover(cell(/held, idle/));
    expect((await tip()).textContent).toContain('idle for 5 h');
    await user.unhover(screen.getByRole('grid'));
    expect(screen.queryByTestId('gpuscope-tip')).toBeNull();
  });

  it('leads from a cell to its app, from a free one and from a name to the node', () => {
    locationService.push('/?var-datasource=prom&var-cluster=x');
    draw(SITE);
    fireEvent.click(cell(/97 %/));
    expect(address().path).toBe('/a/gpuscope-app/app');
    expect(Object.fromEntries(address().search)).toMatchObject({
      'var-datasource': 'prom',
      'var-cluster': 'idc1',
      'var-tenant': 'cv',
      'var-app': 'trainer',
      from: '0',
    });
    fireEvent.click(cell(/free/));
    expect(address().path).toBe('/a/gpuscope-app/node');
    expect(address().search.get('var-node')).toBe('b');
    fireEvent.click(screen.getByRole('rowheader', { name: 'a' }));
    expect(address().search.get('var-node')).toBe('a');
  });

  it('leaves new tabs to the browser', () => {
    draw(SITE);
    const link = cell(/97 %/);
    expect(link.getAttribute('href')).toContain('/a/gpuscope-app/app?');
    // jsdom has no tabs to open.
    const leaves = jest.fn((event: Event) => event.preventDefault());
    document.addEventListener(
      'click',
      (event) => {
        expect(event.defaultPrevented).toBe(false);
        leaves(event);
      },
      { once: true },
    );
    fireEvent.click(link, { ctrlKey: true });
    expect(leaves).toHaveBeenCalled();
    expect(address().path).toBe('/');
  });

  it('picks out the cells of a tenant', async () => {
    draw(SITE);
    const user = userEvent.setup();
    const opacity = (name: RegExp) => getComputedStyle(cell(name)).opacity;
    await user.click(screen.getByRole('button', { name: 'nlp 1' }));
    expect([opacity(/notebook/), opacity(/trainer/)]).toEqual(['', '0.2']);
    await user.click(screen.getByRole('button', { name: 'nlp 1' }));
    expect(opacity(/trainer/)).toBe('');
  });

  it('picks out what a tenant shares, and nothing is faded once that tenant has gone', () => {
    const shared: Device = { node: 'c', gpu: '0', app: 'x', others: [{ tenant: 'nlp', app: 'y' }] };
    const props = (devices: readonly Device[]) =>
      panelProps<GpuMapOptions>({
        options: {},
        series: mapFrames(devices),
        width: 900,
        height: 600,
      });
    const { rerender } = render(<GpuMapPanel {...props([...SITE, shared])} />);
    const opacities = () =>
      screen.getAllByRole('gridcell').map((one) => getComputedStyle(one).opacity);
    fireEvent.click(screen.getByRole('button', { name: 'nlp 2' }));
    expect(opacities()).toEqual(['0.2', '', '0.2', '0.2', '']);
    rerender(<GpuMapPanel {...props(SITE.filter(({ tenant }) => tenant !== 'nlp'))} />);
    expect(opacities()).toEqual(['', '', '']);
  });
});

describe('keys on the map', () => {
  it('go from cell to cell and open what they are at', async () => {
    draw(SITE);
    const user = userEvent.setup();
    await user.tab();
    const grid = screen.getByRole('grid');
    expect(document.activeElement).toBe(grid);
    const at = () => document.getElementById(grid.getAttribute('aria-activedescendant') ?? '');
    await user.keyboard('{ArrowRight}');
    expect(at()?.textContent).toBe('a');
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowDown}');
    expect(at()?.getAttribute('aria-label')).toContain('sick');
    // The tip follows with the next frame.
    await waitFor(async () => expect((await tip()).textContent).toContain('b · GPU 1'));
    await user.keyboard('{Enter}');
    expect(address().search.get('var-app')).toBe('old');
    await user.keyboard('{Escape}');
    expect(screen.queryByTestId('gpuscope-tip')).toBeNull();
  });

  it('are left to the browser with Alt, Ctrl or Meta: Alt with an arrow is Back', () => {
    draw(SITE);
    const grid = screen.getByRole('grid');
    for (const held of ['altKey', 'ctrlKey', 'metaKey']) {
      expect(fireEvent.keyDown(grid, { key: 'ArrowLeft', [held]: true })).toBe(true);
    }
    expect(grid.getAttribute('aria-activedescendant')).toBeNull();
  });
});

describe('a map of very many nodes', () => {
  const many = fleet(800, 8, (node, gpu) => ({
    pool: `pool-${node % 4}`,
    app: 'trainer',
    ...(node === 6 && gpu === 3 ? { state: 'sick' as const } : {}),
  }));

  const headings = () => screen.getAllByRole('rowheader').map(({ textContent }) => textContent);

  it('shows all pools at once, the worst first, with what is the matter', () => {
    draw(many);
    expect(headings()).toEqual([
      'pool-2200 nodes · 1600 GPUs · 50 % busy · 1 sick',
      'pool-0200 nodes · 1600 GPUs · 50 % busy',
      'pool-1200 nodes · 1600 GPUs · 50 % busy',
      'pool-3200 nodes · 1600 GPUs · 50 % busy',
    ]);
    expect(screen.getAllByTestId('gpuscope-strip')).toHaveLength(4);
  });

  it("tells on a pool's strip of the device under the pointer", async () => {
    draw(many);
    fireEvent.mouseMove(screen.getAllByTestId('gpuscope-strip')[0]!, { clientX: 1, clientY: 1 });
    expect((await tip()).textContent).toContain('node-6 · GPU 0');
  });

  it('opens a pool, with its worst node first', async () => {
    draw(many);
    await userEvent.setup().click(screen.getAllByRole('rowheader')[0]!);
    expect(headings().slice(0, 2)).toEqual([
      'pool-2200 nodes · 1600 GPUs · 50 % busy · 1 sick',
      'node-6',
    ]);
    expect(screen.getAllByRole('rowheader')[0]?.getAttribute('aria-expanded')).toBe('true');
  });

  it('draws no more than is in sight', () => {
    draw(many, { options: { group: 'none' } });
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('800');
    expect(screen.getAllByRole('row').length).toBeLessThan(80);
  });

  it('opens and closes a pool by key', async () => {
    draw(many);
    const user = userEvent.setup();
    await user.tab();
    await user.keyboard('{ArrowDown}{Enter}');
    expect(headings()).toContain('node-6');
    await user.keyboard('{Enter}');
    expect(headings()).toHaveLength(4);
  });
});

describe('a map without GPUs', () => {
  it('says what is missing', () => {
    draw([], { options: { ifEmpty: 'Install the exporter.' } });
    expect(screen.getByRole('status').textContent).toContain('Install the exporter.');
  });

  it('waits for the first answer, and says why there is none', () => {
    const { unmount } = draw([], { series: [], state: LoadingState.Loading });
    expect(screen.getByRole('status').getAttribute('aria-busy')).toBe('true');
    unmount();
    draw([], { series: [], state: LoadingState.Error, errors: [{ message: 'no route to host' }] });
    expect(screen.getByRole('status').textContent).toContain('no route to host');
  });
});
