import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { Words } from '../words/words.js';
import type { Crumb } from './crumbs.js';

const styles = (theme: GrafanaTheme2) => ({
  list: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    listStyle: 'none',
    margin: 0,
    padding: 0,
    minWidth: 0,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
  }),
  place: css({ minWidth: 0, overflow: 'hidden' }),
  item: css({
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    a: { color: theme.colors.text.secondary, '&:hover': { textDecoration: 'underline' } },
    '&:not(:last-child)::after': {
      content: "'›'",
      marginLeft: theme.spacing(0.75),
      color: theme.colors.text.secondary,
    },
    // The way is left out where there is no room; the place itself stays.
    '&:not(:last-child)': { [theme.breakpoints.down('md')]: { display: 'none' } },
  }),
});

interface CrumbsProps {
  readonly words: Words;
  readonly crumbs: readonly Crumb[];
}

/** The way to where the visitor is. */
export function Crumbs({ words, crumbs }: CrumbsProps) {
  const { list, place, item } = useStyles2(styles);
  return (
    <nav aria-label={words.breadcrumbs} className={place}>
      <ol className={list}>
        {crumbs.map(({ text, href }) => (
          <li key={text} className={item}>
            {href === undefined ? (
              <span aria-current="page">{text}</span>
            ) : (
              <a href={href}>{text}</a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
