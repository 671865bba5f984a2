import type { ColumnSpec, MatrixPanel, TablePanel } from '../spec/panelSpec.js';
import type { Json } from './json.js';
import { dataLinks } from './dataLinks.js';
import { cellUnitOptions, headingOf, mappingOptions, thresholdOptions } from './looks.js';
import type { Rendering } from './rendering.js';

/** The name that Grafana gives a column before we rename it. */
function fieldOf({ of }: ColumnSpec, queries: number): string {
  if ('label' in of) return of.label;
  return queries === 1 ? 'Value' : `Value #${of.query}`;
}

/** Labels that one looks for last; on a narrow screen the figures are to be seen before them. */
const LAST = ['model', 'uuid', 'cluster'];

const isLast = ({ of }: ColumnSpec, at: number): boolean =>
  at > 0 && 'label' in of && LAST.includes(of.label);

const inOrder = (columns: readonly ColumnSpec[]): readonly ColumnSpec[] => [
  ...columns.filter((column, at) => !isLast(column, at)),
  ...columns.filter(isLast),
];

/** The table with what is counted in its headings, and its figures before what matters less. */
export function withHeadings(table: TablePanel, words: Rendering['words']): TablePanel {
  const { columns, sort } = table;
  const heading = ({ title, unit }: ColumnSpec): string => headingOf(title, unit, words);
  const sorted = columns.find(({ title }) => title === sort?.title);
  return {
    ...table,
    columns: inOrder(columns).map((column) => ({ ...column, title: heading(column) })),
    ...(sort === undefined || sorted === undefined
      ? {}
      : { sort: { ...sort, title: heading(sorted) } }),
  };
}

/** Puts the answers of all queries into one table, then names, orders and hides columns. */
export function tableTransformations({ columns, queries }: TablePanel): readonly Json[] {
  const titles = new Map(
    columns.map((column) => [fieldOf(column, queries.length), column.title] as const),
  );
  const fields = [...titles.keys()];
  return [
    { id: 'merge', options: {} },
    {
      id: 'filterFieldsByName',
      options: { include: { names: fields } },
    },
    {
      id: 'organize',
      options: {
        indexByName: Object.fromEntries(fields.map((field, at) => [field, at])),
        renameByName: Object.fromEntries(titles),
      },
    },
  ];
}

/** Pixels that names of a kind commonly take; on a narrow screen the table scrolls, and cuts none of them. */
const NAMES_PX: Readonly<Record<string, number>> = {
  node: 100,
  app: 130,
  user: 100,
  tenant: 80,
  namespace: 110,
  meaning: 270,
  advice: 230,
};

const [LETTER_PX, FILTER_PX, ARROW_PX, LEAST_PX] = [8.2, 32, 30, 70];

/** A heading breaks between words, and between Chinese characters, but not within a word. */
function headingWidth(title: string, isSorted: boolean): number {
  const words = [...title.matchAll(/[\w()/-]+/g)].map(([word]) => word.length);
  const icons = FILTER_PX + (isSorted ? ARROW_PX : 0);
  return Math.round(Math.max(0, ...words) * LETTER_PX + icons);
}

/** A width of its own, or its part of what the others leave. */
function widthOf({ of, title, width }: ColumnSpec, isSorted: boolean): Json {
  const heading = headingWidth(title, isSorted);
  if (width !== undefined) return { id: 'custom.width', value: Math.max(width, heading) };
  const names = 'label' in of ? (NAMES_PX[of.label] ?? 0) : 0;
  return { id: 'custom.minWidth', value: Math.max(LEAST_PX, heading, names) };
}

const CELLS = {
  text: { type: 'color-text' },
  filled: { type: 'color-background', mode: 'basic' },
  bar: { type: 'gauge', mode: 'basic', valueDisplayMode: 'text' },
} as const;

function columnProperties(
  column: ColumnSpec,
  titleOf: (label: string) => string,
  rendering: Rendering,
): Json[] {
  const { unit, thresholds, mappings, links = [], cell } = column;
  const properties: Json[] = [];
  const add = (id: string, value: unknown): void => {
    properties.push({ id, value });
  };
  if (unit !== undefined) {
    for (const [id, value] of Object.entries(cellUnitOptions(unit, rendering.words)))
      add(id, value);
  } else if ('label' in column.of) {
    // A label like `0` is read as a number and would get the panel's unit: "0 GPUs" as a GPU's index.
    add('unit', 'string');
  }
  if (thresholds !== undefined) {
    add('thresholds', thresholdOptions(thresholds, cell === 'filled'));
    add('color', { mode: 'thresholds' });
  }
  if (mappings !== undefined) add('mappings', mappingOptions(mappings, cell === 'filled'));
  const ways = dataLinks(links, rendering, titleOf);
  if (ways.length > 0) add('links', ways);
  const colored =
    thresholds !== undefined || (mappings ?? []).some(({ level }) => level !== undefined);
  if (cell !== undefined || colored) add('custom.cellOptions', CELLS[cell ?? 'text']);
  if (cell === 'bar') {
    add('min', 0);
    add('max', 1);
  }
  return properties;
}

export function tableOverrides(
  { columns, sort }: TablePanel,
  rendering: Rendering,
): readonly Json[] {
  const titleOf = (label: string): string =>
    columns.find(({ of }) => 'label' in of && of.label === label)?.title ?? label;
  return columns.map((column) => ({
    matcher: { id: 'byName', options: column.title },
    properties: [
      widthOf(column, column.title === sort?.title),
      ...columnProperties(column, titleOf, rendering),
    ],
  }));
}

const sortBy = (field: string): Json => ({ id: 'sortBy', options: { sort: [{ field }] } });

/**
 * A cell per value: Grafana's own transformation from long to wide. It has columns and rows in the order in which it
 * meets them.
 */
export function matrixTransformations({ rows, columns }: MatrixPanel): readonly Json[] {
  const corner = `${rows.label}\\${columns.label}`;
  return [
    sortBy(columns.label),
    {
      id: 'groupingToMatrix',
      options: { rowField: rows.label, columnField: columns.label, valueField: 'Value' },
    },
    { id: 'organize', options: { renameByName: { [corner]: rows.title } } },
    sortBy(rows.title),
  ];
}

/** A node without that many GPUs has empty cells: no colour, no word. */
export const NO_CELL: readonly Json[] = ['null', 'empty'].map((match) => ({
  type: 'special',
  options: { match, result: { text: '', color: 'transparent' } },
}));

const MATRIX_HEAD_PX = 110;

export const matrixOverrides = (
  { rows, rowLinks }: MatrixPanel,
  rendering: Rendering,
): readonly Json[] => [
  {
    matcher: { id: 'byName', options: rows.title },
    properties: [
      { id: 'links', value: dataLinks(rowLinks, rendering) },
      { id: 'custom.cellOptions', value: { type: 'auto' } },
      { id: 'unit', value: 'string' },
      { id: 'custom.width', value: MATRIX_HEAD_PX },
    ],
  },
];
