import type { ClusterSource } from '../clusterSource.js';
import type { FieldCaps } from '../fieldCaps.js';
import type { Layout, ShapeName } from '../layout.js';
import type { ShapeTable } from '../shapes/index.js';
import { shapeNamed } from '../shapes/index.js';
import { buildLayout } from './buildLayout.js';
import { lackedBy, shapeOf } from './detect.js';
import type { CapsTable } from './fieldView.js';
import { capsTable } from './fieldView.js';
import { collect, groupIndices } from './groupIndices.js';
import type { MapContents } from './mapContents.js';
import type { Said } from '../../said/index.js';
import { few } from '../names.js';
import { layoutProblems, misfit, unknownShape } from './problems.js';
import { say } from '../../said/index.js';

export interface LayoutsOptions {
  readonly shape: ShapeName | 'auto';
  readonly cluster: ClusterSource;
  /** Keys of labels and annotations that rules read: where two would share a field, neither is answered. */
  readonly keys?: readonly string[];
  /** What `readMaps` told of flattened labels; absent: they hold labels, in each shape's own spelling. */
  readonly maps?: MapContents;
}

export interface Layouts {
  readonly layouts: readonly Layout[];
  /** Sentences that name the indices, what is wrong with them and what to do. */
  readonly problems: readonly Said[];
}

interface Sorted {
  readonly shaped: readonly { readonly index: string; readonly shape: ShapeTable }[];
  readonly problems: readonly Said[];
}

function refusal(table: CapsTable, indices: readonly string[], wanted: ShapeName | 'auto') {
  const view = table.viewOf(indices.slice(0, 1));
  return wanted === 'auto'
    ? unknownShape(indices, view)
    : misfit(indices, shapeNamed(wanted), view);
}

function sortOut(table: CapsTable, wanted: ShapeName | 'auto'): Sorted {
  const shaped: { index: string; shape: ShapeTable }[] = [];
  const others: string[] = [];
  for (const index of table.indices) {
    const view = table.viewOf([index]);
    const shape = wanted === 'auto' ? shapeOf(index, view) : shapeNamed(wanted);
    if (shape !== undefined && lackedBy(shape, view).length === 0) shaped.push({ index, shape });
    else others.push(index);
  }
  const why = (index: string) => refusal(table, [index], wanted).text.replace(index, '');
  const problems = collect(others, why).map((indices) => refusal(table, indices, wanted));
  return { shaped, problems };
}

function clusterProblem(layouts: readonly Layout[], { cluster }: LayoutsOptions): readonly Said[] {
  if (cluster.kind !== 'field') return [];
  const without = layouts.filter(({ roles }) => roles.cluster === undefined);
  if (without.length === 0) return [];
  const isAll = without.some(({ indices }) => indices === undefined);
  const indices = isAll
    ? say('problem.allIndices')
    : few(without.flatMap((layout) => layout.indices ?? []));
  return [say('problem.noCluster', { indices, field: cluster.field })];
}

/**
 * What the indices of a pattern hold, from the store's field capabilities. Each index is in exactly one layout, or is
 * named in a problem. Indices whose fields have other types, or whose labels are spelled otherwise, have layouts of
 * their own.
 */
export function layoutsOf(caps: FieldCaps, options: LayoutsOptions): Layouts {
  const table = capsTable(caps, options.maps);
  const { shaped, problems } = sortOut(table, options.shape);
  const { cluster } = options;
  const groups = groupIndices(table, shaped, cluster.kind === 'field' ? [cluster.field] : []);
  const isAll = groups.length === 1 && shaped.length === caps.indices.length;
  const built = groups.map((group) => ({
    group,
    layout: buildLayout(
      group.shape,
      table.viewOf(group.indices),
      isAll ? undefined : group.indices,
      {
        cluster,
        keys: options.keys ?? [],
      },
    ),
  }));
  const layouts = built.map(({ layout }) => layout);
  return {
    layouts,
    problems: [
      ...(caps.indices.length === 0 ? [say('problem.noIndex')] : []),
      ...problems,
      ...clusterProblem(layouts, options),
      ...built.flatMap(({ group, layout }) => layoutProblems(layout, group)),
    ],
  };
}
