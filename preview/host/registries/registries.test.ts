import type { PanelPlugin } from '@grafana/data';
import {
  applyFieldOverrides,
  createTheme,
  FieldType,
  transformDataFrame,
  type DataFrame,
  type FieldConfigSource,
} from '@grafana/data';
import { lastValueFrom } from 'rxjs';
import { timeseriesPanel } from '../panels/timeseries/plugin.js';
import { fillRegistries } from './fill.js';

beforeAll(fillRegistries);

const frame = (refId: string, labels: Record<string, string>, values: number[]): DataFrame => ({
  refId,
  length: values.length,
  fields: [
    { name: 'Time', type: FieldType.time, config: {}, values: values.map((_, at) => at) },
    { name: 'Value', type: FieldType.number, config: {}, values, labels },
  ],
});

const transformed = (steps: Parameters<typeof transformDataFrame>[0], frames: DataFrame[]) =>
  lastValueFrom(transformDataFrame(steps, frames));

describe('transformations', () => {
  it('are there by the names that boards give them', async () => {
    const column = (name: string, type: FieldType, values: unknown[]) => ({
      name,
      type,
      config: {},
      values,
    });
    const tables = ['A', 'B'].map((refId) => ({
      refId,
      length: 1,
      fields: [
        column('app', FieldType.string, ['train']),
        column(`Value #${refId}`, FieldType.number, [1]),
      ],
    }));
    const steps = [
      { id: 'merge', options: {} },
      { id: 'filterFieldsByName', options: { include: { names: ['app', 'Value #B'] } } },
      { id: 'organize', options: { renameByName: { app: 'App' } } },
    ];
    const [merged] = await transformed(steps, tables);
    expect(merged?.fields.map(({ name, config }) => config.displayName ?? name)).toEqual([
      'App',
      'Value #B',
    ]);
  });

  it('turn series into rows with a line in a cell', async () => {
    const series = [frame('A', { app: 'a' }, [1, 2]), frame('A', { app: 'b' }, [3])];
    const [rows] = await transformed([{ id: 'timeSeriesTable', options: {} }], series);
    expect(rows?.fields.map(({ name, type }) => [name, type])).toEqual([
      ['app', FieldType.string],
      ['Trend #A', FieldType.frame],
    ]);
    expect(rows?.fields[0]?.values).toEqual(['a', 'b']);
    expect(rows?.fields[1]?.values.map(({ value }: { value: number }) => value)).toEqual([2, 3]);
  });
});

describe('settings of fields', () => {
  const applied = <T extends object>(plugin: PanelPlugin<T>, fieldConfig: FieldConfigSource) =>
    applyFieldOverrides({
      data: [frame('A', { app: 'a' }, [0.5])],
      fieldConfig,
      fieldConfigRegistry: plugin.fieldConfigRegistry,
      replaceVariables: (text) => text.replace('$app', 'train'),
      theme: createTheme(),
    })[0]?.fields[1];

  it('reach the field: unit, name with variables, colour, mapping', () => {
    const field = applied(timeseriesPanel(), {
      defaults: { unit: 'percentunit', decimals: 0, displayName: 'Use of $app' },
      overrides: [],
    });
    expect(field?.config.displayName).toBe('Use of train');
    expect(field?.display?.(0.5)).toMatchObject({ text: '50', suffix: '%' });
  });

  it('reach it by overrides, the panel’s own, too', () => {
    const field = applied(timeseriesPanel(), {
      defaults: {},
      overrides: [
        {
          matcher: { id: 'byName', options: 'Value' },
          properties: [
            { id: 'custom.lineWidth', value: 3 },
            { id: 'custom.lineStyle', value: { fill: 'dash' } },
            { id: 'max', value: '1' },
          ],
        },
      ],
    });
    expect(field?.config).toMatchObject({
      max: 1,
      custom: { lineWidth: 3, lineStyle: { fill: 'dash' } },
    });
  });

  it('start as in a fresh Grafana', () => {
    const { defaults } = timeseriesPanel().fieldConfigDefaults;
    expect(defaults.thresholds?.steps.map(({ color }) => color)).toEqual(['green', 'red']);
    expect(defaults.color).toEqual({ mode: 'palette-classic' });
    expect(defaults.custom).toMatchObject({ drawStyle: 'line', lineWidth: 1, spanNulls: false });
  });
});
