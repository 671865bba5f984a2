import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { InlineSwitch, Input, useStyles2 } from '@grafana/ui';

interface Props {
  readonly search: string;
  readonly onSearch: (text: string) => void;
  readonly onlyFavourites: boolean;
  readonly onOnlyFavourites: (only: boolean) => void;
  readonly found: number;
  readonly total: number;
}

const styles = (theme: GrafanaTheme2) => ({
  bar: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(1),
  }),
  field: css({ flex: '1 1 240px', maxWidth: 420 }),
  count: css({ color: theme.colors.text.secondary }),
});

/** What narrows the list, and how much is left of it. */
export function SearchBar(props: Props) {
  const { search, onSearch, onlyFavourites, onOnlyFavourites, found, total } = props;
  const { bar, field, count } = useStyles2(styles);
  return (
    <div className={bar} role="search">
      <div className={field}>
        <Input
          data-search
          type="search"
          value={search}
          aria-label={t('pages.list.search', 'Search by name or tenant')}
          placeholder={t('pages.list.searchHint', 'Search (press /)')}
          onChange={({ currentTarget }) => onSearch(currentTarget.value)}
        />
      </div>
      <InlineSwitch
        transparent
        showLabel
        label={t('pages.list.onlyFavourites', 'Only starred')}
        value={onlyFavourites}
        onChange={({ currentTarget }) => onOnlyFavourites(currentTarget.checked)}
      />
      <span className={count} role="status">
        {t('pages.list.found', '{{found}} of {{total}}', { found, total })}
      </span>
    </div>
  );
}
