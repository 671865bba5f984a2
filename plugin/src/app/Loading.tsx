import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import { Skeleton } from './Skeleton.js';

const styles = (theme: GrafanaTheme2) => ({
  page: css({
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))',
    gap: theme.spacing(1),
    padding: theme.spacing(2),
  }),
});

/** A page that is on its way. */
export function Loading() {
  const { page } = useStyles2(styles);
  return (
    <div className={page} role="status" aria-label={t('nav.loading', 'Loading the page')}>
      {[0, 1, 2].map((place) => (
        <Skeleton key={place} height={220} />
      ))}
    </div>
  );
}
