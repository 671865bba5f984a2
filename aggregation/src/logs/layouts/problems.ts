import type { Said, SaidValue } from '../../said/index.js';
import { few, ored } from '../names.js';
import type { Layout, Role } from '../layout.js';
import type { ShapeTable } from '../shapes/index.js';
import { SHAPES } from '../shapes/index.js';
import { lackedBy } from './detect.js';
import type { FieldView } from './fieldView.js';
import { isText } from './resolveField.js';
import { say } from '../../said/index.js';

const oneOf = (paths: readonly string[]): SaidValue =>
  ored(paths.map((path) => (path.endsWith('.') ? `${path}*` : path)));

const wanted = (lists: readonly (readonly string[])[]): SaidValue => lists.map(oneOf);

/** Why an index has no layout though its shape was set by hand. */
export const misfit = (indices: readonly string[], shape: ShapeTable, view: FieldView) =>
  say('problem.misfit', {
    indices: few(indices),
    shape: shape.name,
    fields: wanted(lackedBy(shape, view)),
  });

/** Why an index has no layout. */
export function unknownShape(indices: readonly string[], view: FieldView): Said {
  const [nearest] = SHAPES.filter(({ index }) => index === undefined)
    .map((shape) => ({ shape, lacked: lackedBy(shape, view) }))
    .sort((one, other) => one.lacked.length - other.lacked.length);
  const hint =
    nearest === undefined || nearest.lacked.length === 0
      ? ''
      : say('problem.nearest', { shape: nearest.shape.name, fields: wanted(nearest.lacked) });
  return say('problem.unknownShape', { indices: few(indices), hint });
}

/** Roles by which it is decided who sees a record, or which lines are asked for. */
const EXACT_ROLES: readonly Role[] = ['cluster', 'namespace', 'pod', 'container', 'node', 'host'];

function inexact(layout: Layout, indices: SaidValue): readonly Said[] {
  return EXACT_ROLES.flatMap((role) => {
    const field = layout.roles[role];
    if (field === undefined || field.exact !== undefined) return [];
    const id = isText(field.type) ? 'problem.inexactText' : 'problem.inexact';
    return [say(id, { indices, field: field.path, role, type: field.type })];
  });
}

/** What a layout lacks, as sentences that name the indices and what to do. */
export function layoutProblems(
  layout: Layout,
  group: { readonly shape: ShapeTable; readonly indices: readonly string[] },
): readonly Said[] {
  const { roles } = layout;
  const indices = few(group.indices);
  const problems = [...inexact(layout, indices)];
  if (roles.namespace === undefined && roles.host === undefined && roles.node === undefined) {
    problems.push(
      say('problem.noPlace', {
        indices,
        namespaces: oneOf(group.shape.roles.namespace ?? []),
        hosts: oneOf(group.shape.roles.host ?? group.shape.roles.node ?? []),
      }),
    );
  }
  if (roles.message.type === 'unmapped') {
    problems.push(
      say('problem.noLine', { indices, fields: oneOf(group.shape.roles.message ?? []) }),
    );
  }
  if (roles.pod !== undefined && layout.podLabel('app') === undefined) {
    problems.push(
      say('problem.noLabels', {
        indices,
        fields: ored((group.shape.podLabels ?? []).map(({ base }) => base)),
      }),
    );
  }
  return problems;
}
