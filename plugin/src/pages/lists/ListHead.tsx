import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Icon, Tooltip, useStyles2 } from '@grafana/ui';
import { figureWords, labelTitle, trendWords } from './columnTitle.js';
import type { ListSpec, RowLabel } from '@gpuscope/dashboards';
import { nextOrder, type Order } from './order.js';

interface Props {
  readonly spec: ListSpec;
  readonly labels: readonly RowLabel[];
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
}

interface CellProps {
  readonly title: string;
  readonly how?: string;
  readonly by: Order['by'];
  readonly isNumber?: boolean;
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
}

const styles = (theme: GrafanaTheme2) => ({
  sort: css({
    border: 'none',
    background: 'none',
    padding: 0,
    color: theme.colors.text.primary,
    fontWeight: theme.typography.fontWeightMedium,
  }),
});

function SortedCell({ title, how, by, isNumber = false, order, onOrder }: CellProps) {
  const { sort } = useStyles2(styles);
  const isSorted = order.by === by;
  const direction = order.descending ? 'descending' : 'ascending';
  const button = (
    <button type="button" className={sort} onClick={() => onOrder(nextOrder(order, by))}>
      {title}
      {isSorted && <Icon name={order.descending ? 'arrow-down' : 'arrow-up'} size="sm" />}
    </button>
  );
  return (
    <th
      scope="col"
      aria-sort={isSorted ? direction : 'none'}
      {...(isNumber ? { 'data-number': true } : {})}
    >
      {how === undefined ? button : <Tooltip content={how}>{button}</Tooltip>}
    </th>
  );
}

/** The headings; a click sorts, hovering says what a figure means. */
export function ListHead({ spec, labels, order, onOrder }: Props) {
  const trend = trendWords();
  return (
    <thead>
      <tr>
        <th scope="col" aria-label={t('pages.list.star', 'Starred')} />
        <SortedCell title={labelTitle(spec.of)} by="name" order={order} onOrder={onOrder} />
        {labels.map((label) => (
          <SortedCell
            key={label}
            title={labelTitle(label)}
            by={label === 'cluster' ? 'cluster' : 'tenant'}
            order={order}
            onOrder={onOrder}
          />
        ))}
        {spec.figures.map(({ id }) => (
          <SortedCell
            key={id}
            {...figureWords(id)}
            by={id}
            isNumber
            order={order}
            onOrder={onOrder}
          />
        ))}
        <th scope="col">
          <Tooltip content={trend.how}>
            <span tabIndex={0}>{trend.title}</span>
          </Tooltip>
        </th>
      </tr>
    </thead>
  );
}
