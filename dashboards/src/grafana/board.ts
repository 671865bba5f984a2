import type { BoardSpec, MarkSpec, SectionSpec } from '../spec/boardSpec.js';
import { plainOf } from '../spec/panelSpec.js';
import { DATASOURCE, type Json } from './json.js';
import { boardLink } from './links.js';
import { panelOptions } from './panel.js';
import { renderingOf, type RenderOptions } from './rendering.js';
import { variableJson } from './variable.js';

const COLUMNS = 24;

interface Laid {
  readonly panels: readonly Json[];
  /** First free row. */
  readonly bottom: number;
}

/**
 * A heading, then the panels from left to right, a new line where the next does not fit. What stands in place of a
 * panel of our own stands one under the other.
 */
function lay(
  { title, panels }: SectionSpec,
  top: number,
  firstId: number,
  options: RenderOptions,
): Laid {
  const heading = {
    id: firstId,
    type: 'row',
    title,
    collapsed: false,
    panels: [],
    gridPos: { x: 0, y: top, w: COLUMNS, h: 1 },
  };
  const laid: Json[] = [heading];
  let [x, y, height] = [0, top + 1, 0];
  for (const panel of panels) {
    if (x + panel.size.width > COLUMNS) [x, y, height] = [0, y + height, 0];
    let below = y;
    for (const plain of plainOf(panel)) {
      const gridPos = { x, y: below, w: plain.size.width, h: plain.size.height };
      laid.push({ id: firstId + laid.length, gridPos, ...panelOptions(plain, options) });
      below += plain.size.height;
    }
    x += panel.size.width;
    height = Math.max(height, below - y);
  }
  return { panels: laid, bottom: y + height };
}

function layAll(sections: readonly SectionSpec[], options: RenderOptions): readonly Json[] {
  const panels: Json[] = [];
  let top = 0;
  for (const section of sections) {
    const laid = lay(section, top, panels.length + 1, options);
    panels.push(...laid.panels);
    top = laid.bottom;
  }
  return panels;
}

/** Marks at the moments that the query's values name. */
const annotation = ({ name, expr, text }: MarkSpec): Json => ({
  name,
  datasource: DATASOURCE,
  enable: true,
  iconColor: 'blue',
  expr,
  step: '1m',
  titleFormat: name,
  textFormat: text,
  useValueForTime: true,
});

/** A board as JSON for a stock Grafana (11 and newer) and a stock Prometheus data source. */
export function boardJson(board: BoardSpec, options: RenderOptions = {}): Json {
  const { uidOf } = renderingOf(options);
  return {
    uid: uidOf(board.id),
    title: board.title,
    description: board.description,
    tags: ['gpuscope', 'gpu'],
    schemaVersion: 39,
    version: 1,
    editable: true,
    graphTooltip: 1,
    time: { from: board.from ?? 'now-6h', to: 'now' },
    refresh: '1m',
    timezone: 'browser',
    templating: { list: board.variables.map(variableJson) },
    annotations: { list: board.marks.map(annotation) },
    links: board.links.flatMap((link) =>
      link.to === 'logs' ? [] : [boardLink(link.to, link, uidOf)],
    ),
    panels: layAll(board.sections, options),
  };
}
