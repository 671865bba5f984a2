import type { Layout, Role } from '../layout.js';
import type { ShapeTable } from '../shapes/index.js';
import { SHAPES } from '../shapes/index.js';
import { lackedBy } from './detect.js';
import type { FieldView } from './fieldView.js';
import { isText } from './resolveField.js';

/** The first few of many, for messages. */
export function few(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}

const oneOf = (paths: readonly string[]) =>
  paths.map((path) => (path.endsWith('.') ? `${path}*` : path)).join(' or ');

const wanted = (lists: readonly (readonly string[])[]) => lists.map(oneOf).join('; ');

/** Why an index has no layout though its shape was set by hand. */
export const misfit = (indices: readonly string[], shape: ShapeTable, view: FieldView) =>
  `${few(indices)}: not ${shape.name} records: no field is mapped for ${wanted(lackedBy(shape, view))}; choose another shape, or leave these indices out`;

/** Why an index has no layout. */
export function unknownShape(indices: readonly string[], view: FieldView): string {
  const [nearest] = SHAPES.filter(({ index }) => index === undefined)
    .map((shape) => ({ shape, lacked: lackedBy(shape, view) }))
    .sort((one, other) => one.lacked.length - other.lacked.length);
  const hint =
    nearest === undefined || nearest.lacked.length === 0
      ? ''
      : `; the nearest is ${nearest.shape.name}, which also needs ${wanted(nearest.lacked)}`;
  return `${few(indices)}: the record shape is not known${hint}; choose a shape, or leave these indices out`;
}

/** Roles by which it is decided who sees a record, or which lines are asked for. */
const EXACT_ROLES: readonly Role[] = ['cluster', 'namespace', 'pod', 'container', 'node', 'host'];

function inexact(layout: Layout, indices: string): readonly string[] {
  return EXACT_ROLES.flatMap((role) => {
    const field = layout.roles[role];
    if (field === undefined || field.exact !== undefined) return [];
    const why = isText(field.type)
      ? `is ${field.type} without a keyword sub-field`
      : `is ${field.type}`;
    return [
      `${indices}: "${field.path}" (${role}) ${why}, so it can't be asked exactly: map it as keyword and start a new index`,
    ];
  });
}

/** What a layout lacks, as sentences that name the indices and what to do. */
export function layoutProblems(
  layout: Layout,
  group: { readonly shape: ShapeTable; readonly indices: readonly string[] },
): readonly string[] {
  const { roles } = layout;
  const indices = few(group.indices);
  const problems = [...inexact(layout, indices)];
  if (roles.namespace === undefined && roles.host === undefined && roles.node === undefined) {
    problems.push(
      `${indices}: neither a namespace (${oneOf(group.shape.roles.namespace ?? [])}) nor a host (${oneOf(group.shape.roles.host ?? group.shape.roles.node ?? [])}) is mapped, so no tenant can see these records`,
    );
  }
  if (roles.message.type === 'unmapped') {
    problems.push(
      `${indices}: no field holds the line (${oneOf(group.shape.roles.message ?? [])}); it is put together from the others, and words find nothing: ship the line as it is (for Fluent Bit, Keep_Log On)`,
    );
  }
  if (roles.pod !== undefined && layout.podLabel('app') === undefined) {
    problems.push(
      `${indices}: the records hold no pod labels (${(group.shape.podLabels ?? []).map(({ base }) => base).join(' or ')}), or hold them in two ways, so apps are found by the pods that Prometheus knows, or by the pods' names`,
    );
  }
  return problems;
}
