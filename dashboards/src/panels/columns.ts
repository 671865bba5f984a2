import type { Messages } from '../messages/messages.js';
import type { BoardId, LinkSpec, VariableName } from '../spec/link.js';
import type { ColumnSpec } from '../spec/panelSpec.js';

/** Labels of a row, by the columns that show them. */
const WIDTHS: Readonly<Record<string, number>> = {
  pod: 190,
  gpu: 60,
  gpu_instance: 90,
  model: 150,
  xid: 60,
  severity: 90,
  resource: 175,
  cluster: 90,
};

/** A column that shows a label. */
export const labelColumn = (
  label: string,
  title: string,
  more: Omit<ColumnSpec, 'of' | 'title'> = {},
): ColumnSpec => ({
  of: { label },
  title,
  ...(WIDTHS[label] === undefined ? {} : { width: WIDTHS[label] }),
  ...more,
});

/** A column that shows the value of a query. */
export const valueColumn = (
  query: string,
  title: string,
  unit: NonNullable<ColumnSpec['unit']>,
  more: Omit<ColumnSpec, 'of' | 'title' | 'unit'> = {},
): ColumnSpec => ({ of: { query }, title, unit, ...more });

/** A pod of an app that has a column, too; it leads to what the pod wrote. */
export const podColumn = ({ words }: Messages): ColumnSpec =>
  labelColumn('pod', words.pod, {
    links: [
      {
        to: 'logs',
        title: words.toLogs,
        set: { tenant: { column: 'tenant' }, app: { column: 'app' }, pod: { column: 'pod' } },
      },
    ],
  });

/** A link from a row to a board that sets variables from columns of the same name. */
const rowLink = (to: BoardId, title: string, columns: readonly VariableName[]): LinkSpec => ({
  to,
  title,
  set: Object.fromEntries(columns.map((column) => [column, { column }])),
});

/**
 * Tenant, app, user and node as columns that lead to their boards. A row must have each label named. The cluster stands
 * last; where nobody sets the label there is no such column.
 */
export function nameColumns(
  { words }: Messages,
  names: readonly ('tenant' | 'app' | 'user' | 'node')[],
): readonly ColumnSpec[] {
  const tenant = names.includes('tenant') ? (['tenant'] as const) : [];
  const columns = {
    tenant: labelColumn('tenant', words.tenant),
    app: labelColumn('app', words.app, {
      links: [rowLink('app', words.toApp, [...tenant, 'app'])],
    }),
    user: labelColumn('user', words.user, {
      links: [rowLink('user', words.toUser, [...tenant, 'user'])],
    }),
    node: labelColumn('node', words.node, { links: [rowLink('node', words.toNode, ['node'])] }),
  };
  return [...names.map((name) => columns[name]), labelColumn('cluster', words.cluster)];
}
