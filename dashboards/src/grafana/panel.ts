import type { PanelSpec, QuerySpec } from '../spec/panelSpec.js';
import { DATASOURCE, type Json } from './json.js';
import { dataLinks } from './links.js';
import { mappingOptions, roleProperties, thresholdOptions, unitOptions } from './looks.js';
import { kindOptions } from './options.js';
import {
  matrixOverrides,
  matrixTransformations,
  NO_CELL,
  tableOverrides,
  tableTransformations,
} from './table.js';

/** Where a panel stands on the board's grid of 24 columns. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

const isTabular = ({ kind }: PanelSpec): boolean => kind === 'table' || kind === 'matrix';
const isOverTime = ({ kind }: PanelSpec): boolean =>
  kind === 'timeseries' || kind === 'statetimeline';

function target({ refId, expr, legend }: QuerySpec, panel: PanelSpec): Json {
  const range = isOverTime(panel) || panel.kind === 'stat';
  return {
    refId,
    datasource: DATASOURCE,
    expr,
    editorMode: 'code',
    range,
    instant: !range,
    format: isTabular(panel) ? 'table' : 'time_series',
    legendFormat: legend ?? '__auto',
  };
}

/** Colours by role, and units of queries that differ from their panel's. */
function queryOverrides({ queries }: PanelSpec): Json[] {
  return queries.flatMap(({ refId, role, unit }) => {
    const units = unit === undefined ? [] : Object.entries(unitOptions(unit));
    const properties = [
      ...(role === undefined ? [] : roleProperties(role)),
      ...units.map(([id, value]) => ({ id, value })),
    ];
    if (properties.length === 0) return [];
    return [{ matcher: { id: 'byFrameRefID', options: refId }, properties }];
  });
}

function description({ text, needs = [] }: PanelSpec): string {
  const rules = needs.length === 0 ? '' : `\n\nIt needs our recording rules: ${needs.join(', ')}.`;
  return `${text.question}\n\n${text.how}\n\nIf empty: ${text.ifEmpty}${rules}`;
}

function shaped(panel: PanelSpec): {
  overrides: readonly Json[];
  transformations: readonly Json[];
} {
  if (panel.kind === 'table') {
    return { overrides: tableOverrides(panel), transformations: tableTransformations(panel) };
  }
  if (panel.kind === 'matrix') {
    return { overrides: matrixOverrides(panel), transformations: matrixTransformations(panel) };
  }
  return { overrides: queryOverrides(panel), transformations: [] };
}

function mappingsOf({ kind, mappings }: PanelSpec): Json {
  const own = mappings === undefined ? [] : mappingOptions(mappings);
  const all = kind === 'matrix' ? [...own, ...NO_CELL] : own;
  return all.length === 0 ? {} : { mappings: all };
}

/** A panel in Grafana's dashboard JSON. */
export function panelJson(panel: PanelSpec, id: number, { x, y }: Place): Json {
  const { type, options, custom = {} } = kindOptions(panel);
  const { overrides, transformations } = shaped(panel);
  const range = 'range' in panel ? panel.range : undefined;
  const { thresholds, links } = panel;
  return {
    id,
    type,
    title: panel.text.title,
    description: description(panel),
    datasource: DATASOURCE,
    gridPos: { x, y, w: panel.size.width, h: panel.size.height },
    targets: panel.queries.map((query) => target(query, panel)),
    transformations,
    options,
    fieldConfig: {
      defaults: {
        ...unitOptions(panel.unit),
        ...range,
        color: {
          mode: isOverTime(panel) && panel.kind === 'timeseries' ? 'palette-classic' : 'thresholds',
        },
        custom,
        ...(thresholds === undefined ? {} : { thresholds: thresholdOptions(thresholds) }),
        ...mappingsOf(panel),
        ...(links === undefined ? {} : { links: dataLinks(links) }),
      },
      overrides,
    },
  };
}
