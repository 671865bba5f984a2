import { isOwn, type PanelSpec, type QuerySpec } from '../spec/panelSpec.js';
import { dataLinks } from './dataLinks.js';
import { DATASOURCE, type Json } from './json.js';
import {
  mappingOptions,
  roleProperties,
  thresholdOptions,
  unitOptions,
  axisUnitOptions,
} from './looks.js';
import { kindOptions } from './options.js';
import { renderingOf, type Rendering, type RenderOptions } from './rendering.js';
import {
  matrixOverrides,
  matrixTransformations,
  NO_CELL,
  tableOverrides,
  tableTransformations,
  withHeadings,
} from './table.js';

/** A panel as Grafana takes it, without its place on a board. */
export interface PanelOptions {
  readonly type: string;
  readonly title: string;
  readonly description: string;
  readonly datasource: Json;
  readonly targets: readonly Json[];
  readonly transformations: readonly Json[];
  readonly options: Json;
  readonly fieldConfig: { readonly defaults: Json; readonly overrides: readonly Json[] };
}

/** Kinds whose queries are asked as tables, and those asked over the whole range. */
const TABULAR = ['table', 'matrix', 'ring', 'gpuMap'];
const OVER_TIME = ['timeseries', 'statetimeline', 'holders'];

const unitsOf = (kind: PanelSpec['kind']): typeof unitOptions =>
  kind === 'timeseries' ? axisUnitOptions : unitOptions;

function target({ refId, expr, legend }: QuerySpec, panel: PanelSpec): Json {
  const { kind } = panel;
  const range = OVER_TIME.includes(kind) || ('past' in panel && panel.past === true);
  return {
    refId,
    datasource: DATASOURCE,
    expr,
    editorMode: 'code',
    range,
    instant: !range,
    format: TABULAR.includes(kind) ? 'table' : 'time_series',
    legendFormat: legend ?? '__auto',
  };
}

/** Colours by role, and units of queries that differ from their panel's. */
function queryOverrides({ kind, queries, unit: own }: PanelSpec, { words }: Rendering): Json[] {
  return queries.flatMap(({ refId, role, unit }) => {
    const units = unit === undefined ? [] : Object.entries(unitsOf(kind)(unit, words));
    const properties = [
      ...(role === undefined ? [] : roleProperties(role, kind === 'stat', unit ?? own)),
      ...units.map(([id, value]) => ({ id, value })),
    ];
    if (properties.length === 0) return [];
    return [{ matcher: { id: 'byFrameRefID', options: refId }, properties }];
  });
}

function description({ text, needs = [] }: PanelSpec, { words, empties }: Rendering): string {
  const rules = needs.length === 0 ? '' : `\n\n${words.needsRules} ${needs.join(', ')}.`;
  const missing = empties ? `\n\n${words.ifEmpty} ${text.ifEmpty}` : '';
  return `${text.question}\n\n${text.how}${missing}${rules}`;
}

function shaped(
  panel: PanelSpec,
  rendering: Rendering,
): { overrides: readonly Json[]; transformations: readonly Json[] } {
  if (panel.kind === 'table') {
    return {
      overrides: tableOverrides(panel, rendering),
      transformations: tableTransformations(panel),
    };
  }
  if (panel.kind === 'matrix') {
    return {
      overrides: matrixOverrides(panel, rendering),
      transformations: matrixTransformations(panel),
    };
  }
  return {
    overrides: isOwn(panel) ? [] : queryOverrides(panel, rendering),
    transformations: [],
  };
}

function mappingsOf({ kind, mappings }: PanelSpec): Json {
  const own = mappings === undefined ? [] : mappingOptions(mappings, kind === 'matrix');
  const all = kind === 'matrix' ? [...own, ...NO_CELL] : own;
  return all.length === 0 ? {} : { mappings: all };
}

/** Everything of a panel in Grafana's dashboard JSON but its id and place: for boards and for Scenes alike. */
export function panelOptions(given: PanelSpec, options: RenderOptions = {}): PanelOptions {
  const rendering = renderingOf(options);
  const panel = given.kind === 'table' ? withHeadings(given, rendering.words) : given;
  const kind = kindOptions(panel);
  const { overrides, transformations } = shaped(panel, rendering);
  const range = 'range' in panel ? panel.range : undefined;
  const { thresholds } = panel;
  const links = dataLinks(panel.links ?? [], rendering);
  return {
    type: kind.type,
    title: panel.text.title,
    description: description(panel, rendering),
    datasource: DATASOURCE,
    targets: panel.queries.map((query) => target(query, panel)),
    transformations,
    options: kind.options,
    fieldConfig: {
      defaults: {
        ...unitsOf(panel.kind)(panel.unit, rendering.words),
        ...range,
        color: { mode: panel.kind === 'timeseries' ? 'palette-classic' : 'thresholds' },
        custom: kind.custom ?? {},
        ...(thresholds === undefined
          ? {}
          : { thresholds: thresholdOptions(thresholds, panel.kind === 'matrix') }),
        ...mappingsOf(panel),
        ...(links.length === 0 ? {} : { links }),
      },
      overrides,
    },
  };
}
