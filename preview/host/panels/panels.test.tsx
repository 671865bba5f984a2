import {
  createTheme,
  dateTime,
  LoadingState,
  toDataFrame,
  type DataFrame,
  type FieldConfig,
  type PanelData,
} from '@grafana/data';
import { config, setTemplateSrv } from '@grafana/runtime';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { PanelPlugins } from '../plugins/panelPlugins.js';
import { fillRegistries } from '../registries/fill.js';
import { PreviewTemplates } from '../template/templateSrv.js';
import { panelRenderer } from './shared/PanelRenderer.js';
import '../testing/patience.js';

const START = 1_700_000_000_000;

beforeAll(() => {
  fillRegistries();
  setTemplateSrv(new PreviewTemplates());
  Object.assign(config, { theme2: createTheme() });
});

const series = (name: string, values: readonly number[]): DataFrame =>
  toDataFrame({
    refId: 'A',
    fields: [
      { name: 'Time', type: 'time', values: values.map((_, at) => START + at * 60_000) },
      { name: 'Value', type: 'number', config: { displayNameFromDS: name }, values: [...values] },
    ],
  });

const dataOf = (frames: DataFrame[]): PanelData => ({
  state: LoadingState.Done,
  series: frames,
  timeRange: {
    from: dateTime(START),
    to: dateTime(START + 600_000),
    raw: { from: 'now-10m', to: 'now' },
  },
});

const Panel = panelRenderer(new PanelPlugins());

function draw(
  pluginId: string,
  frames: DataFrame[],
  defaults: FieldConfig<object> = {},
  options = {},
) {
  return render(
    <Panel
      pluginId={pluginId}
      title="Panel"
      width={600}
      height={300}
      data={dataOf(frames)}
      options={options}
      fieldConfig={{ defaults, overrides: [] }}
    />,
  );
}

const PERCENT: FieldConfig<object> = { unit: 'percent', min: 0, max: 100 };

describe.each(['stat', 'bargauge'])('%s', (id) => {
  it('shows the last number of each series with its unit and name', async () => {
    draw(id, [series('held', [10, 80]), series('used', [10, 40])], PERCENT, { graphMode: 'none' });
    const shown = await waitFor(() => {
      const text = document.body.textContent ?? '';
      expect(text).toContain('used');
      return text;
    });
    expect(shown).toMatch(/held/);
    expect(shown).toMatch(/80\s*%/);
    expect(shown).toMatch(/40\s*%/);
    expect(shown).not.toMatch(/10\s*%/);
  });

  it('says what a value stands for', async () => {
    const mappings = [{ type: 'value', options: { 3: { text: 'sick', color: 'red' } } }];
    draw(id, [series('GPU', [3])], { mappings } as FieldConfig<object>, { graphMode: 'none' });
    expect((await screen.findAllByText('sick')).length).toBeGreaterThan(0);
  });
});

describe('state-timeline', () => {
  const mappings = [
    { type: 'value', options: { 0: { text: 'free' }, 1: { text: 'busy' } } },
  ] as FieldConfig['mappings'];

  it('has a row for each series and a bar for each state, and says when it was', async () => {
    const legend = { showLegend: false };
    const rows = [series('GPU 0', [0, 0, 1]), series('GPU 1', [1])];
    draw('state-timeline', rows, { mappings }, { legend });
    expect(await screen.findByTitle('GPU 0')).toBeTruthy();
    expect(screen.getByTitle('GPU 1')).toBeTruthy();
    const bar = screen.getByText('free');
    fireEvent.mouseMove(bar, { clientX: 5, clientY: 5 });
    expect(screen.getByText(/ – /)).toBeTruthy();
    fireEvent.mouseLeave(bar);
    expect(screen.queryByText(/ – /)).toBeNull();
  });

  it('says when there is nothing', async () => {
    draw('state-timeline', []);
    expect(await screen.findByText('No data')).toBeTruthy();
  });
});

describe('text', () => {
  it('is drawn, without what it could do to the page', async () => {
    const content = '# Title\n\n[out](https://prometheus.io) <img src=x onerror="alert(1)">';
    const { container } = draw('text', [], {}, { mode: 'markdown', content });
    expect((await screen.findByRole('heading')).textContent).toBe('Title');
    expect(container.querySelector('[onerror]')).toBeNull();
  });
});
