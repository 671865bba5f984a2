import { boardOf } from '../boards/index.js';
import { en } from '../messages/en/index.js';
import { zh } from '../messages/zh/index.js';
import { SCALES } from '../spec/level.js';
import { lines, numbers, own, table } from '../spec/panel.js';
import type { PanelSpec } from '../spec/panelSpec.js';
import { panelOptions } from './panel.js';

const TEXT = { title: 'Title', question: 'Why?', how: 'So.', ifEmpty: 'Nothing.' };
const START = { id: 'one', text: TEXT, size: [8, 6] } as const;

const start = (unit: 'gpus' | 'bytes' | 'count', ...exprs: readonly string[]) => ({
  ...START,
  unit,
  queries: exprs.map((expr) => ({ expr })),
});

const panel = (board: 'overview' | 'app', id: string): PanelSpec => {
  const found = boardOf(board, en)
    .sections.flatMap(({ panels }) => panels)
    .find((one) => one.id === id);
  if (found === undefined) throw new Error(`no panel ${id} on ${board}`);
  return found;
};

interface Property {
  readonly id: string;
  readonly value: unknown;
}

const propertiesOf = (spec: PanelSpec, name: string): readonly Property[] => {
  const found = panelOptions(spec).fieldConfig.overrides as unknown as readonly {
    readonly matcher: { readonly options: string };
    readonly properties: readonly Property[];
  }[];
  return found.find(({ matcher }) => matcher.options === name)?.properties ?? [];
};

describe('options of a panel', () => {
  it('ask a table for the last moment, a graph for the whole range', () => {
    const [of] = panelOptions(table(start('gpus', 'a'), { columns: [] })).targets;
    expect(of).toMatchObject({ expr: 'a', instant: true, range: false, format: 'table' });
    const [line] = panelOptions(lines(start('gpus', 'a'))).targets;
    expect(line).toMatchObject({ instant: false, range: true, format: 'time_series' });
  });

  it('ask a number for now, unless its past is drawn behind it', () => {
    const now = panelOptions(numbers('stat', start('gpus', 'a')));
    expect(now.targets[0]).toMatchObject({ instant: true });
    expect(now.options).toMatchObject({ graphMode: 'none' });
    const past = panelOptions(numbers('stat', start('gpus', 'a'), { past: true }));
    expect(past.targets[0]).toMatchObject({ range: true });
    expect(past.options).toMatchObject({ graphMode: 'area' });
  });

  it('say in the heading of a column what it counts, and sort by that heading', () => {
    const spec = table(start('gpus', 'a'), {
      columns: [{ of: { query: 'A' }, title: 'Held', unit: 'gpus' }],
      sort: { title: 'Held', descending: true },
    });
    const { options, transformations } = panelOptions(spec);
    expect(options).toMatchObject({ sortBy: [{ displayName: 'Held (GPUs)', desc: true }] });
    expect(JSON.stringify(transformations)).toContain('"Value":"Held (GPUs)"');
    expect(propertiesOf(spec, 'Held (GPUs)')).toContainEqual({ id: 'unit', value: 'none' });
    expect(JSON.stringify(panelOptions(spec, { words: zh.render }).options)).toContain('Held (卡)');
  });

  it('colour a number by how bad it is, and a line by what it stands for', () => {
    const queries = [{ expr: 'a', role: 'fault' }] as const;
    const alone = numbers('stat', { ...START, unit: 'count', queries });
    expect(propertiesOf(alone, 'A').map(({ id }) => id)).toEqual(['thresholds', 'color']);
    const line = lines({ ...START, unit: 'count', queries });
    expect(propertiesOf(line, 'A')).toEqual([
      { id: 'color', value: { mode: 'fixed', fixedColor: 'red' } },
    ]);
  });

  it('leave out what is missing where the page says it itself', () => {
    const spec = lines({ ...start('gpus', 'a') }, { needs: ['x:y:sum'] });
    expect(panelOptions(spec).description).toBe(
      'Why?\n\nSo.\n\nIf empty: Nothing.\n\nIt needs our recording rules: x:y:sum.',
    );
    expect(panelOptions(spec, { empties: false }).description).not.toContain('Nothing.');
  });

  it('have links where they lead somewhere', () => {
    const spec = lines(start('gpus', 'a'), {
      links: [
        { to: 'logs', title: 'Lines', moment: true },
        { to: 'node', title: 'Node', set: { node: { label: 'node' } } },
      ],
    });
    const titles = (given: Parameters<typeof panelOptions>[1]): unknown =>
      panelOptions(spec, given).fieldConfig.defaults['links'];
    expect(titles({})).toEqual([
      {
        title: 'Node',
        url: '/d/gpuscope-node?${__url_time_range}&${datasource:queryparam}&${cluster:queryparam}&var-node=${__field.labels.node:percentencode}',
      },
    ]);
    expect(titles({ linkUrl: ({ to }) => `/a/${to}` })).toEqual([
      { title: 'Lines', url: '/a/logs' },
      { title: 'Node', url: '/a/node' },
    ]);
  });
});

describe('options of a panel of our own', () => {
  it('name the queries of a ring by what they stand for, and say what each is called', () => {
    const { targets, options, type } = panelOptions(panel('overview', 'cpu-ring'));
    expect(type).toBe('gpuscope-ring-panel');
    expect(targets.map(({ refId }) => refId)).toEqual(['used', 'held', 'total']);
    expect(targets.every(({ instant, format }) => instant === true && format === 'table')).toBe(
      true,
    );
    expect(options).toEqual({
      unit: 'cores',
      names: { used: 'Used', held: 'Reserved', total: 'Total' },
    });
  });

  it('ask what the map and the timeline show', () => {
    const refIds = (spec: PanelSpec): unknown[] =>
      panelOptions(spec).targets.map(({ refId }) => refId);
    expect(refIds(panel('overview', 'gpu-map'))).toEqual([
      'busy',
      'state',
      'holders',
      'idle',
      'place',
    ]);
    const timeline = panel('app', 'holders');
    expect(refIds(timeline)).toEqual(['held']);
    expect(panelOptions(timeline).targets[0]).toMatchObject({ range: true, format: 'time_series' });
  });

  it('keep no thresholds or words of the panel that stands in their place', () => {
    const plain = numbers('gauge', start('gpus', 'b'), { thresholds: SCALES.full });
    const spec = own('ring', {
      ...START,
      unit: 'gpus',
      queries: { used: { expr: 'a' } },
      plain: [plain],
    });
    expect(panelOptions(spec).fieldConfig.defaults).not.toHaveProperty('thresholds');
    expect(JSON.stringify(panelOptions(spec))).not.toContain('"b"');
  });
});
