import {
  FieldType,
  applyFieldOverrides,
  createTheme,
  standardFieldConfigEditorRegistry,
  type DataFrame,
  type FieldConfig,
  type FieldConfigSource,
} from '@grafana/data';
import {
  EmbeddedScene,
  QueryVariable,
  SceneTimeRange,
  SceneVariableSet,
  sceneGraph,
} from '@grafana/scenes';
import { boardOf, en, panelOptions, type LinkSpec } from '@gpuscope/dashboards';
import { Board } from './Board.js';
import { appLinks, linkTemplate } from './links.js';
import { withDynamicLinks } from './dynamicLinks.js';

const TRICKY = 'a/b c&d=é+%';

const scene = () =>
  new EmbeddedScene({
    $timeRange: new SceneTimeRange({ from: 'now-2d', to: 'now' }),
    $variables: new SceneVariableSet({
      variables: [
        new QueryVariable({
          name: 'cluster',
          value: ['east', 'we st'],
          text: ['east', 'we st'],
          isMulti: true,
        }),
        new QueryVariable({
          name: 'tenant',
          value: '$__all',
          text: 'All',
          includeAll: true,
          allValue: '.*',
        }),
      ],
    }),
    body: new Board({ parts: [] }),
  });

const frame = (config: FieldConfig): DataFrame => ({
  fields: [
    { name: 'Time', type: FieldType.time, config: {}, values: [1_700_000_000_000] },
    { name: 'App', type: FieldType.string, config, values: [TRICKY] },
    { name: 'Value', type: FieldType.number, config, labels: { pod: TRICKY }, values: [1] },
  ],
  length: 1,
});

/** The addresses behind the links of a field, as Grafana works them out for its first row. */
function addresses(links: readonly LinkSpec[], field: string): readonly URL[] {
  const root = scene();
  const url = appLinks(['cluster', 'tenant']);
  const titleOf = (column: string) => (column === 'app' ? 'App' : column);
  const source: FieldConfigSource = {
    defaults: {
      links: links.map((link) => ({ title: link.title, url: url(link, titleOf) ?? '' })),
    },
    overrides: [],
  };
  const [applied] = applyFieldOverrides({
    data: [frame(withDynamicLinks(source).defaults)],
    fieldConfig: { defaults: {}, overrides: [] },
    replaceVariables: (text, scoped, format) =>
      sceneGraph.interpolate(root, text, scoped, format as never),
    theme: createTheme(),
    fieldConfigRegistry: standardFieldConfigEditorRegistry,
  });
  const found = applied?.fields.find(({ name }) => name === field);
  return (found?.getLinks?.({ valueRowIndex: 0 }) ?? []).map(
    ({ href }) => new URL(href, 'http://grafana.example'),
  );
}

describe('links in the app', () => {
  it('take range and choices along, and what was clicked, whatever its name is', () => {
    const [url] = addresses([{ to: 'app', title: 'App', set: { app: { column: 'app' } } }], 'App');
    expect(url?.pathname).toBe('/a/gpuscope-app/app');
    expect(Object.fromEntries(url?.searchParams ?? [])).toMatchObject({
      from: 'now-2d',
      to: 'now',
      'var-app': TRICKY,
    });
    expect(url?.searchParams.getAll('var-cluster')).toEqual(['east', 'we st']);
  });

  it('take a series’ labels and the moment that was clicked', () => {
    const link: LinkSpec = {
      to: 'logs',
      title: 'Logs',
      set: { pod: { label: 'pod' } },
      moment: true,
    };
    const [url] = addresses([link], 'Value');
    expect(url?.pathname).toBe('/a/gpuscope-app/logs');
    expect(url?.searchParams.get('var-pod')).toBe(TRICKY);
    expect(url?.searchParams.get('from')).toBe(String(1_700_000_000_000 - 300_000));
  });

  it('do not take a choice of All along, nor a variable that the page has not', () => {
    const [url] = addresses([{ to: 'user', title: 'User', keep: ['tenant', 'app'] }], 'Value');
    const names = [...(url?.searchParams.keys() ?? [])];
    expect(names).not.toContain('var-tenant');
    expect(names).not.toContain('var-app');
    expect(url?.href).not.toContain('$');
  });

  it('let what is clicked win over what is chosen', () => {
    const template = linkTemplate(['cluster'])({
      to: 'node',
      title: '',
      set: { cluster: { label: 'cluster' } },
    });
    expect(template.match(/cluster/g)).toHaveLength(2);
    expect(template).toContain('var-cluster=');
    expect(template).not.toContain('queryparam}&var-cluster');
  });

  it('are all of a board’s: no panel leads to a board of JSON', () => {
    const url = appLinks(['cluster', 'datasource']);
    for (const id of ['overview', 'app', 'user', 'node'] as const) {
      const panels = boardOf(id, en).sections.flatMap((section) => section.panels);
      const text = JSON.stringify(
        panels.map((panel) => panelOptions(panel, { linkUrl: url }).fieldConfig),
      );
      expect(text).not.toContain('/d/gpuscope');
    }
  });
});
