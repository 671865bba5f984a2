import type { DataFrame, Labels } from '@grafana/data';
import { LoadingState } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { fireEvent, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { address } from '../testing/address.js';
import { seriesFrame } from '../testing/frames.js';
import type { Given } from '../testing/panelProps.js';
import { panelProps } from '../testing/panelProps.js';
import '../testing/patience.js';
import { HoldersPanel } from './HoldersPanel.js';
import type { HoldersOptions } from './options.js';

const MINUTE = 60_000;
const START = Date.UTC(2026, 10, 20, 8);

const held = (labels: Labels, fromMinute: number, toMinute: number, value = 1) =>
  seriesFrame(
    'held',
    { node: 'a', gpu: '0', tenant: 'cv', user: 'li.lei', namespace: 'cv', ...labels },
    Array.from({ length: toMinute - fromMinute }, (_, at) => [
      START + (fromMinute + at) * MINUTE,
      value,
    ]),
  );

const SERIES = [
  held({ app: 'trainer', pod: 'trainer-0' }, 10, 40),
  held({ gpu: '1', app: 'infer', pod: 'infer-0' }, 0, 60, 0.5),
  held({ gpu: '1', app: 'trainer', pod: 'trainer-1' }, 30, 60, 0.5),
];

const draw = (series: readonly DataFrame[] = SERIES, given: Partial<Given<HoldersOptions>> = {}) =>
  render(
    <HoldersPanel
      {...panelProps({
        options: {},
        series,
        range: [START, START + 60 * MINUTE],
        width: 900,
        height: 400,
        ...given,
      })}
    />,
  );

const bar = (name: RegExp) => screen.getByRole('gridcell', { name });
const tip = () => screen.findByTestId('gpuscope-tip');

beforeEach(() => locationService.push('/'));

describe('the timeline of holders', () => {
  it('names who held each device', () => {
    draw();
    const lanes = screen.getAllByRole('row').map((row) => [
      within(row).getByRole('rowheader').textContent,
      ...within(row)
        .getAllByRole('gridcell')
        .map((one) => one.textContent),
    ]);
    expect(lanes).toEqual([
      ['GPU 0', 'cv · trainer · trainer-0'],
      ['GPU 1', 'cv · infer · infer-0', 'cv · trainer · trainer-1'],
    ]);
  });

  it('names the nodes where there are several', () => {
    draw([...SERIES, held({ node: 'b', app: 'x' }, 0, 5)]);
    expect(screen.getAllByRole('rowheader').map((one) => one.textContent)).toEqual([
      'a · GPU 0',
      'a · GPU 1',
      'b · GPU 0',
    ]);
  });

  it('names the clusters where two have a node of one name', () => {
    draw([held({ cluster: 'idc1', app: 'x' }, 0, 5), held({ cluster: 'idc2', app: 'x' }, 0, 5)]);
    expect(screen.getAllByRole('rowheader').map((one) => one.textContent)).toEqual([
      'idc1 / a · GPU 0',
      'idc2 / a · GPU 0',
    ]);
  });

  it('reads aloud when each bar began and ended', () => {
    draw();
    expect(bar(/trainer-0/).getAttribute('aria-label')).toBe(
      'cv · trainer · trainer-0: 11-20 08:10 – 11-20 08:40, 30 min',
    );
  });

  it('gives an app the same colour on every device, and another app another one', () => {
    draw();
    const color = (name: RegExp) => bar(name).style.background;
    expect(color(/trainer-1/)).toBe(color(/trainer-0/));
    expect(color(/infer/)).not.toBe(color(/trainer-0/));
  });

  it('stacks holders of a shared device', () => {
    draw();
    expect([bar(/infer/).style.top, bar(/trainer-1/).style.top]).toEqual(['0px', '22px']);
  });

  it("shows times as the dashboard's zone has them", () => {
    draw(SERIES, { timeZone: 'Asia/Shanghai' });
    expect(screen.getByText('16:15')).toBeInstanceOf(HTMLElement);
  });

  it('tells on hover who, from when to when, and how much of the device', async () => {
    draw();
    const user = userEvent.setup();
    await user.hover(bar(/trainer-0/));
    expect((await tip()).textContent).toMatch(
      /a · GPU 0.*trainer.*li\.lei.*11-20 08:10 – 11-20 08:40, 30 min.*all of it/,
    );
    await user.hover(bar(/infer/));
    expect((await tip()).textContent).toMatch(/all of the time shown.*50 %/);
    await user.hover(bar(/trainer-1/));
    expect((await tip()).textContent).toContain('since 11-20 08:30, 30 min');
  });

  it('leads to the app at that time', () => {
    draw();
    fireEvent.click(bar(/trainer-0/));
    expect(address().path).toBe('/a/gpuscope-app/app');
    expect(Object.fromEntries(address().search)).toEqual({
      from: String(START + 5 * MINUTE),
      to: String(START + 45 * MINUTE),
      'var-tenant': 'cv',
      'var-app': 'trainer',
    });
    fireEvent.click(screen.getAllByRole('rowheader')[0]!);
    expect(address().path).toBe('/a/gpuscope-app/node');
  });

  it('is gone through by keys', async () => {
    draw();
    const user = userEvent.setup();
    await user.tab();
    await user.keyboard('{ArrowDown}{ArrowDown}{End}');
    expect((await tip()).textContent).toContain('trainer-1');
    await user.keyboard('{Enter}');
    expect(address().search.get('var-app')).toBe('trainer');
  });

  it('draws of many lanes only those in sight', () => {
    draw(Array.from({ length: 2000 }, (_, at) => held({ gpu: String(at), app: 'x' }, 0, 2)));
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('2000');
    expect(screen.getAllByRole('row').length).toBeLessThan(80);
  });
});

describe('a timeline without holders', () => {
  it('says so, and what would be needed', () => {
    draw([], { options: { ifEmpty: 'Nobody asked for a GPU.' } });
    expect(screen.getByRole('status').textContent).toContain('Nobody held a GPU in this time');
    expect(screen.getByRole('status').textContent).toContain('Nobody asked for a GPU.');
  });

  it('waits for the first answer, and says why there is none', () => {
    const { unmount } = draw([], { state: LoadingState.Loading });
    expect(screen.getByRole('status').getAttribute('aria-busy')).toBe('true');
    unmount();
    draw([], { state: LoadingState.Error, errors: [{ message: 'too many samples' }] });
    expect(screen.getByRole('status').textContent).toContain('too many samples');
  });
});
