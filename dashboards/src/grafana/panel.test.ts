import { boardOf } from '../boards/index.js';
import { en } from '../messages/en/index.js';
import { zh } from '../messages/zh/index.js';
import { SCALES } from '../spec/level.js';
import type { Mapping } from '../spec/mapping.js';
import { lines, numbers, own, statesOf, table } from '../spec/panel.js';
import { plainOf, type PanelSpec } from '../spec/panelSpec.js';
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

  it('put numbers one under another where they do not fit side by side', () => {
    const orientation = (rows: boolean): unknown =>
      panelOptions(numbers('stat', start('gpus', 'a', 'b'), { rows })).options['orientation'];
    expect([orientation(false), orientation(true)]).toEqual(['vertical', 'horizontal']);
  });

  it('have decimals with a number, and on an axis as many as its steps need', () => {
    const decimals = (spec: PanelSpec): unknown =>
      panelOptions(spec).fieldConfig.defaults['decimals'];
    expect(decimals(numbers('stat', start('gpus', 'a')))).toBe(2);
    expect(panelOptions(lines(start('gpus', 'a'))).fieldConfig.defaults).toMatchObject({
      unit: 'suffix: GPUs',
    });
    expect(decimals(lines(start('gpus', 'a')))).toBeUndefined();
    expect(decimals(lines(start('bytes', 'a')))).toBe(1);
  });

  it('leave room for the longest word of a heading and for names, and no less', () => {
    const spec = table(start('count', 'a'), {
      columns: [
        { of: { label: 'app' }, title: 'App' },
        { of: { label: 'pod' }, title: 'Pod', width: 190 },
        { of: { query: 'A' }, title: 'Uncorrectable ECC', unit: 'count' },
        { of: { query: 'A' }, title: '不可纠正', unit: 'count' },
      ],
      sort: { title: 'Uncorrectable ECC', descending: true },
    });
    const room = (title: string): number => {
      const found = propertiesOf(spec, title).find(({ id }) => id === 'custom.minWidth');
      return Number(found?.value);
    };
    expect(propertiesOf(spec, 'Pod')).toContainEqual({ id: 'custom.width', value: 190 });
    expect(room('Pod')).toBeNaN();
    expect(room('App')).toBeGreaterThan(room('不可纠正'));
    expect(room('Uncorrectable ECC')).toBeGreaterThan(room('App'));
    expect(room('不可纠正')).toBe(70);
    const unsorted = table(start('count', 'a'), {
      columns: [{ of: { query: 'A' }, title: 'Uncorrectable', width: 60 }],
    });
    const [width] = propertiesOf(unsorted, 'Uncorrectable');
    expect(width?.id).toBe('custom.width');
    expect(Number(width?.value)).toBeGreaterThan(100);
    expect(Number(width?.value)).toBeLessThan(room('Uncorrectable ECC'));
  });

  it('colour the words of a label only where they are good or bad', () => {
    const cells = (mappings: readonly Mapping[]): readonly Property[] =>
      propertiesOf(
        table(start('count', 'a'), {
          columns: [{ of: { label: 'xid' }, title: 'What it means', mappings }],
        }),
        'What it means',
      ).filter(({ id }) => id === 'custom.cellOptions');
    expect(cells([{ value: '48', text: 'memory' }])).toEqual([]);
    expect(cells([{ value: '48', text: 'memory', level: 'bad' }])).toHaveLength(1);
  });

  it('fill no cell with the colour of text, which is black on a light page', () => {
    const filled = (cell: 'filled' | 'text'): string =>
      JSON.stringify(
        propertiesOf(
          table(start('count', 'a'), {
            columns: [{ of: { query: 'A' }, title: 'A', cell, thresholds: SCALES.timeLeft }],
          }),
          'A',
        ),
      );
    expect(filled('text')).toContain('"color":"text"');
    expect(filled('filled')).not.toContain('"color":"text"');
    const [map] = plainOf(panel('overview', 'gpu-map')).map((plain) => panelOptions(plain));
    expect(JSON.stringify(map?.fieldConfig.defaults)).not.toContain('"color":"text"');
  });

  it('show of a timeline as many rows at once as can be read', () => {
    const rows = (height: number): number =>
      Number(
        panelOptions(statesOf({ ...start('count', 'a'), size: [24, height] }, {})).options[
          'perPage'
        ],
      );
    expect(rows(18)).toBeGreaterThan(rows(9));
    expect(rows(2)).toBeGreaterThan(0);
    expect(rows(9) * 16).toBeLessThan(9 * 38);
  });

  it('sort the columns and the rows of a matrix', () => {
    const map = plainOf(panel('overview', 'gpu-map')).map((plain) => panelOptions(plain));
    const [before, , , after] = map[0]?.transformations ?? [];
    expect(before).toEqual({ id: 'sortBy', options: { sort: [{ field: 'device' }] } });
    expect(after).toEqual({ id: 'sortBy', options: { sort: [{ field: 'Node' }] } });
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
    const plain = numbers('bargauge', start('gpus', 'b'), { thresholds: SCALES.full });
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
