import type { BoardSpec, MarkSpec, SectionSpec } from '../spec/boardSpec.js';
import { DATASOURCE, uidOf, type Json } from './json.js';
import { boardLink } from './links.js';
import { panelJson } from './panel.js';
import { variableJson } from './variable.js';

const COLUMNS = 24;

interface Laid {
  readonly panels: readonly Json[];
  /** First free row. */
  readonly bottom: number;
}

/** A heading, then the panels from left to right, a new line where the next does not fit. */
function lay({ title, panels }: SectionSpec, top: number, firstId: number): Laid {
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
    laid.push(panelJson(panel, firstId + laid.length, { x, y }));
    x += panel.size.width;
    height = Math.max(height, panel.size.height);
  }
  return { panels: laid, bottom: y + height };
}

function layAll(sections: readonly SectionSpec[]): readonly Json[] {
  const panels: Json[] = [];
  let top = 0;
  for (const section of sections) {
    const laid = lay(section, top, panels.length + 1);
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
export const boardJson = (board: BoardSpec): Json => ({
  uid: uidOf(board.id),
  title: board.title,
  description: board.description,
  tags: ['gpuscope', 'gpu'],
  schemaVersion: 39,
  version: 1,
  editable: true,
  graphTooltip: 1,
  time: { from: 'now-6h', to: 'now' },
  refresh: '1m',
  timezone: 'browser',
  templating: { list: board.variables.map(variableJson) },
  annotations: { list: board.marks.map(annotation) },
  links: board.links.map(boardLink),
  panels: layAll(board.sections),
});
