import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import { Spark } from '../lists/Spark.js';
import { figureWords, labelTitle, trendWords } from '../lists/columnTitle.js';
import { figureText } from '../lists/figureText.js';
import type { FigureId, ListSpec } from '@gpuscope/dashboards';
import type { Row } from '../lists/rows.js';

interface Props {
  readonly list: ListSpec;
  readonly rows: readonly Row[];
  readonly by: FigureId;
  readonly urlOf: (row: Row) => string;
}

const styles = (theme: GrafanaTheme2) => ({
  table: css({
    width: '100%',
    'th, td': { padding: theme.spacing(0.25, 0.5), textAlign: 'left', whiteSpace: 'nowrap' },
    'thead th': {
      color: theme.colors.text.secondary,
      fontWeight: theme.typography.fontWeightRegular,
    },
    'tbody tr:hover, tbody tr:focus-within': { background: theme.colors.action.hover },
    '[data-number]': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
    '[data-name]': { maxWidth: 0, width: '100%', overflow: 'hidden', textOverflow: 'ellipsis' },
  }),
  link: css({ color: theme.colors.text.link, '&:hover': { textDecoration: 'underline' } }),
  whose: css({ color: theme.colors.text.secondary, marginLeft: theme.spacing(1) }),
});

/** In GPUs all of them; short, so that the names have the room. */
function shortTitle(figure: FigureId): string {
  if (figure === 'held') return t('pages.top.held', 'Held');
  return figure === 'unused' ? t('pages.top.unused', 'Unused') : t('pages.top.used', 'Used');
}

const shownFigures = (by: FigureId): readonly FigureId[] =>
  by === 'unused' ? ['held', 'unused'] : ['held', 'used'];

function Heading({
  list,
  figures,
}: {
  readonly list: ListSpec;
  readonly figures: readonly FigureId[];
}) {
  return (
    <thead>
      <tr>
        <th scope="col">{labelTitle(list.of)}</th>
        {figures.map((figure) => (
          <th key={figure} scope="col" data-number title={figureWords(figure).how}>
            {shortTitle(figure)}
          </th>
        ))}
        <th scope="col" title={trendWords().how}>
          {t('pages.top.trend', 'Use')}
        </th>
      </tr>
    </thead>
  );
}

/** Names with whose they are, two figures, and the use over time; a name leads to its page. */
export function TopTable({ list, rows, by, urlOf }: Props) {
  const { table, link, whose } = useStyles2(styles);
  const figures = shownFigures(by);
  return (
    <table className={table}>
      <Heading list={list} figures={figures} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row" data-name title={Object.values(row.labels).join(' · ')}>
              <a className={link} href={urlOf(row)}>
                {row.name}
              </a>
              <span className={whose}>{row.labels.tenant}</span>
            </th>
            {figures.map((figure) => (
              <td key={figure} data-number>
                {figureText(row.figures[figure] ?? Number.NaN, 'gpus')}
              </td>
            ))}
            <td>
              <Spark values={row.trend} width={64} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
