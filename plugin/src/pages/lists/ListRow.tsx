import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { IconButton, useStyles2 } from '@grafana/ui';
import { filled } from '../../words/index.js';
import { figureText } from './figureText.js';
import { Spark } from './Spark.js';
import type { ListSpec, RowLabel } from '@gpuscope/dashboards';
import type { Row } from './rows.js';

interface Props {
  readonly spec: ListSpec;
  readonly labels: readonly RowLabel[];
  readonly row: Row;
  readonly url: string;
  readonly isFavourite: boolean;
  readonly onFavourite: () => void;
}

const styles = (theme: GrafanaTheme2) => ({
  link: css({
    color: theme.colors.text.link,
    '&:hover': { textDecoration: 'underline' },
  }),
});

/** One app, user or node; its name leads to its page. */
export function ListRow({ spec, labels, row, url, isFavourite, onFavourite }: Props) {
  const { name, figures, trend } = row;
  const { link } = useStyles2(styles);
  return (
    <tr>
      <td>
        <IconButton
          name={isFavourite ? 'favorite' : 'star'}
          iconType={isFavourite ? 'mono' : 'default'}
          aria-pressed={isFavourite}
          tooltip={
            isFavourite
              ? t('pages.list.unstar', 'Take the star from {{name}}', filled({ name }))
              : t('pages.list.starIt', 'Star {{name}}', filled({ name }))
          }
          onClick={onFavourite}
        />
      </td>
      <th scope="row">
        <a className={link} href={url} data-row={row.key}>
          {name}
        </a>
      </th>
      {labels.map((label) => (
        <td key={label}>{row.labels[label] ?? ''}</td>
      ))}
      {spec.figures.map(({ id, unit }) => (
        <td key={id} data-number>
          {figures[id] === undefined ? '–' : figureText(figures[id], unit)}
        </td>
      ))}
      <td>
        <Spark values={trend} />
      </td>
    </tr>
  );
}
