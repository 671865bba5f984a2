import { t } from '@grafana/i18n';
import { EmptyState, LinkButton } from '@grafana/ui';
import { locationUtil } from '@grafana/data';
import { pageUrl } from '../links/pageUrl.js';
import { useSettings } from '../settings/settingsContext.js';

/** No Prometheus at all: nothing can be drawn, and who can change that. */
export function NoMetrics() {
  const { isAdmin } = useSettings();
  return (
    <EmptyState
      variant="not-found"
      message={t('pages.noMetrics.title', 'Grafana has no Prometheus data source yet')}
      button={
        isAdmin ? (
          <LinkButton href={locationUtil.assureBaseUrl(pageUrl('configuration'))}>
            {t('pages.noMetrics.configure', 'Choose one')}
          </LinkButton>
        ) : undefined
      }
    >
      {isAdmin
        ? t('pages.noMetrics.admin', 'Add one under Connections, then choose it here.')
        : t('pages.noMetrics.viewer', 'An administrator of Grafana can add one.')}
    </EmptyState>
  );
}
