import { locationUtil } from '@grafana/data';
import { t } from '@grafana/i18n';
import { EmptyState, LinkButton } from '@grafana/ui';
import { pageUrl } from '../links/pageUrl.js';
import { useSettings } from '../settings/settingsContext.js';

const ADD = '/connections/datasources/gpuscope-logs-datasource';

/** No log source: what it is, and who adds it where. */
export function NoLogSource() {
  const { isAdmin } = useSettings();
  return (
    <EmptyState
      variant="call-to-action"
      message={t('logs.noSource.title', 'No log source is connected yet')}
      button={
        isAdmin ? (
          <>
            <LinkButton href={locationUtil.assureBaseUrl(ADD)}>
              {t('logs.noSource.add', 'Add a log source')}
            </LinkButton>{' '}
            <LinkButton
              variant="secondary"
              href={locationUtil.assureBaseUrl(pageUrl('configuration'))}
            >
              {t('logs.noSource.choose', 'Choose one that is there')}
            </LinkButton>
          </>
        ) : undefined
      }
    >
      {isAdmin
        ? t(
            'logs.noSource.admin',
            'The data source “gpuscope app logs” comes with this app. It reads what is already in your Elasticsearch or OpenSearch, and writes nothing.',
          )
        : t('logs.noSource.viewer', 'An administrator of Grafana can add one.')}
    </EmptyState>
  );
}
