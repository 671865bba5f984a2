import type { DataFrame, Labels } from '@grafana/data';
import { MAP_CODES } from '@gpuscope/dashboards';
import { byNature } from '../shared/natural.js';
import type { Row } from '../shared/rows.js';
import { rowsOf } from '../shared/rows.js';
import type { Board, Cell, CellHolder, CellState, MapNode } from './cell.js';

const STATES: ReadonlyMap<number, CellState> = new Map([
  [MAP_CODES.free, 'free'],
  [MAP_CODES.heldIdle, 'heldIdle'],
  [MAP_CODES.sick, 'sick'],
  [MAP_CODES.throttled, 'throttled'],
]);

const keyOf = (...parts: readonly (string | undefined)[]): string =>
  parts.map((part) => part ?? '').join('\n');

const cellKey = ({ cluster, node, gpu, gpu_instance }: Labels): string =>
  keyOf(cluster, node, gpu, gpu_instance);

const nodeKey = ({ cluster, node }: Labels): string => keyOf(cluster, node);

const byKey = (rows: readonly Row[], key: (labels: Labels) => string): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [key(row.labels), row]));

function grouped<T>(
  items: readonly T[],
  key: (item: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}

function holderOf({ labels, value }: Row): CellHolder {
  const { tenant = '', app = '', user = '', namespace = '', pod = '' } = labels;
  return { tenant, app, user, namespace, pod, ...(value > 0 ? { sinceMs: value * 1000 } : {}) };
}

/** The answers, each by the device that it is about. */
interface Answers {
  readonly busy: ReadonlyMap<string, Row>;
  readonly state: ReadonlyMap<string, Row>;
  readonly idle: ReadonlyMap<string, Row>;
  readonly holders: ReadonlyMap<string, readonly Row[]>;
}

function cellOf(key: string, { busy, state, idle, holders }: Answers): Cell {
  const figure = busy.get(key);
  const held = holders.get(key) ?? [];
  const labels = { ...(state.get(key) ?? held[0])?.labels, ...figure?.labels };
  const {
    cluster = '',
    node = '',
    gpu = '',
    gpu_instance = '',
    mig_profile = '',
    model = '',
  } = labels;
  const idleSeconds = idle.get(key)?.value;
  return {
    key,
    cluster,
    node,
    gpu,
    instance: gpu_instance,
    profile: mig_profile,
    model,
    busy: figure?.value ?? NaN,
    state: STATES.get(state.get(key)?.value ?? NaN) ?? 'plain',
    holders: held.map(holderOf),
    ...(idleSeconds === undefined || held.length === 0 ? {} : { idleSeconds }),
  };
}

const boardsOf = (cells: readonly Cell[]): readonly Board[] =>
  [...grouped(cells, ({ gpu }) => gpu)]
    .map(([gpu, of]) => ({
      gpu,
      cells: [...of].sort((a, b) => byNature(a.instance, b.instance)),
    }))
    .sort((a, b) => byNature(a.gpu, b.gpu));

/** Reads the answers to `busy`, `state`, `holders`, `idle` and `place`; nodes in the order in which people count. */
export function mapModel(series: readonly DataFrame[]): readonly MapNode[] {
  const read = (refId: string) =>
    rowsOf(series, refId).filter(({ labels }) => labels.gpu !== undefined);
  const [busy, state, idle, holders] = [read('busy'), read('state'), read('idle'), read('holders')];
  const answers: Answers = {
    busy: byKey(busy, cellKey),
    state: byKey(state, cellKey),
    idle: byKey(idle, cellKey),
    holders: grouped(holders, ({ labels }) => cellKey(labels)),
  };
  const keys = new Set([...busy, ...state, ...holders].map(({ labels }) => cellKey(labels)));
  const cells = [...keys].map((key) => cellOf(key, answers));
  const places = byKey(rowsOf(series, 'place'), nodeKey);
  return [...grouped(cells, ({ cluster, node }) => keyOf(cluster, node))]
    .map(([key, of]) => {
      const { cluster, node } = of[0]!;
      const { pool = '', rack = '' } = places.get(key)?.labels ?? {};
      return { key, cluster, node, pool, rack, boards: boardsOf(of) };
    })
    .sort((a, b) => byNature(a.cluster, b.cluster) || byNature(a.node, b.node));
}
