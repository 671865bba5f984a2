import { groupBy } from '../../groupBy.js';
import { rowOf } from '../../series/catalog.js';
import type { HolderFigure, LeafId, Reading } from '../telemetry.js';
import type { DropTally } from '../dropTally.js';
import type { DcgmField } from './field.js';
import { Clamp, type Figure } from './figure.js';
import type { LeafOfRow } from './leafOfRow.js';
import { pick } from './pick.js';
import { podFigures } from './podFigures.js';

interface Collected {
  readonly readings: readonly Reading[];
  readonly figures: readonly HolderFigure[];
  readonly clamped: number;
}

/** Figures as readings at their level: board figures once per board, leaf figures per leaf, never for a MIG parent. */
export function collect(
  figures: readonly Figure[],
  leafOf: LeafOfRow,
  drops: DropTally,
): Collected {
  const clamp = new Clamp();
  const readings: Reading[] = [];
  const perPod: HolderFigure[] = [];
  for (const [field, lines] of groupBy(figures, (figure) => figure.field)) {
    for (const { leaf, same } of byTarget(field, lines, leafOf, drops)) {
      const picked = pick(same, drops);
      perPod.push(...podFigures(picked.perPod, leaf, clamp, drops));
      if (picked.device === undefined || field.metric === undefined) continue;
      const { metric, labels } = field;
      const value = clamp.apply(picked.device);
      readings.push({ ...leaf, metric, value, ...(labels === undefined ? {} : { labels }) });
    }
  }
  return { readings, figures: perPod, clamped: clamp.clamped };
}

function byTarget(
  field: DcgmField,
  lines: readonly Figure[],
  leafOf: LeafOfRow,
  drops: DropTally,
): { readonly leaf: LeafId; readonly same: Figure[] }[] {
  if (field.metric === undefined) return [];
  const targetOf = rowOf(field.metric).level === 'board' ? boardOf : leafOfField(field, leafOf);
  const groups = new Map<string, { leaf: LeafId; same: Figure[] }>();
  for (const line of lines) {
    const leaf = targetOf(line.labels);
    if (leaf === undefined) {
      drops.add(field.field, 'parent_of_instances');
      continue;
    }
    const key = `${leaf.uuid}/${leaf.gpuInstance}`;
    const group = groups.get(key) ?? { leaf, same: [] };
    group.same.push(line);
    groups.set(key, group);
  }
  return [...groups.values()];
}

const boardOf: LeafOfRow = ({ uuid }) => ({ uuid, gpuInstance: '' });

const leafOfField =
  (field: DcgmField, leafOf: LeafOfRow): LeafOfRow =>
  (labels) =>
    field.wholeGpuOnly === true && labels.gpuInstance !== '' ? undefined : leafOf(labels);
