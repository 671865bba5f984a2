import type { Messages } from '../../messages/messages.js';
import { withLabel } from '../../promql/expr.js';
import { MAP_QUERIES, mapCell } from '../../promql/map.js';
import { SCALES } from '../../spec/level.js';
import { MAP_CODES } from '../../spec/mapCodes.js';
import { matrix, own } from '../../spec/panel.js';
import type { OwnPanel, StockPanel } from '../../spec/panelSpec.js';

const SIZE = [16, 10] as const;

/** Column names: `3`, or `3/7` for instance 7 of GPU 3. */
const named = withLabel(
  `label_join(${mapCell}, "device", "/", "gpu", "gpu_instance")`,
  'device',
  '$1',
  'device',
  '(.+)/',
);

/** The map as a table: a row per node, a column per device. */
const asTable = ({ overview: { panels, mapTable }, words, states }: Messages): StockPanel =>
  matrix(
    {
      id: 'gpu-map-table',
      text: { ...panels.map, title: mapTable },
      unit: 'ratio',
      size: SIZE,
      queries: [{ expr: `max by (node, device) (${named})` }],
    },
    {
      rows: { label: 'node', title: words.node },
      columns: { label: 'device' },
      rowLinks: [{ to: 'node', title: words.toNode, set: { node: { clicked: true } } }],
      thresholds: SCALES.busy,
      mappings: [
        { value: String(MAP_CODES.free), text: states.free, level: 'plain' },
        { value: String(MAP_CODES.heldIdle), text: states.heldIdle, level: 'warn' },
        { value: String(MAP_CODES.sick), text: states.sick, level: 'bad' },
        { value: String(MAP_CODES.throttled), text: states.throttled, level: 'bad' },
      ],
    },
  );

/** Every device of every node with its state. */
export const gpuMap = (messages: Messages): OwnPanel => {
  const { busy, state, holders, idle, place } = MAP_QUERIES;
  return own('gpuMap', {
    id: 'gpu-map',
    text: messages.overview.panels.map,
    unit: 'ratio',
    size: SIZE,
    queries: {
      busy: { expr: busy },
      state: { expr: state },
      holders: { expr: holders },
      idle: { expr: idle },
      place: { expr: place },
    },
    plain: [asTable(messages)],
  });
};
