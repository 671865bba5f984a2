import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { ListHead } from './ListHead.js';
import { ListRow } from './ListRow.js';
import type { Favourites } from './favourites.js';
import type { ListSpec, RowLabel } from '@gpuscope/dashboards';
import type { Order } from './order.js';
import type { Row } from './rows.js';

interface Props {
  readonly spec: ListSpec;
  readonly rows: readonly Row[];
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
  readonly favourites: Favourites;
  readonly urlOf: (row: Row) => string;
}

const styles = (theme: GrafanaTheme2) => ({
  scroll: css({ overflowX: 'auto', marginBottom: theme.spacing(1) }),
  table: css({
    width: '100%',
    background: theme.colors.background.primary,
    border: `1px solid ${theme.colors.border.weak}`,
    'th, td': {
      padding: theme.spacing(0.5, 1),
      textAlign: 'left',
      whiteSpace: 'nowrap',
      borderBottom: `1px solid ${theme.colors.border.weak}`,
    },
    '[data-number]': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
    'tbody tr:hover, tbody tr:focus-within': { background: theme.colors.action.hover },
  }),
});

/** Labels beside the name that tell rows apart: a cluster only where there are several. */
const besides = ({ labels, of }: ListSpec, rows: readonly Row[]): readonly RowLabel[] =>
  labels.filter((label) => {
    if (label === of) return false;
    const values = new Set(rows.map((row) => row.labels[label]));
    return label === 'cluster' ? values.size > 1 : true;
  });

export function ListTable({ spec, rows, order, onOrder, favourites, urlOf }: Props) {
  const { scroll, table } = useStyles2(styles);
  const labels = besides(spec, rows);
  return (
    <div className={scroll}>
      <table className={table}>
        <ListHead spec={spec} labels={labels} order={order} onOrder={onOrder} />
        <tbody>
          {rows.map((row) => (
            <ListRow
              key={row.key}
              spec={spec}
              labels={labels}
              row={row}
              url={urlOf(row)}
              isFavourite={favourites.has(row.key)}
              onFavourite={() => favourites.toggle(row.key)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
