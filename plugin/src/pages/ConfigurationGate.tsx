import { t } from '@grafana/i18n';
import { locationUtil } from '@grafana/data';
import { EmptyState, LinkButton } from '@grafana/ui';
import { pageUrl } from '../links/pageUrl.js';
import { useSettings } from '../settings/settingsContext.js';
import { ConfigurationPage } from './configuration/index.js';
import { Frame } from './Frame.js';

const Refused = () => (
  <EmptyState
    variant="not-found"
    message={t('pages.configuration.refused', 'Configuration is for administrators')}
    button={
      <LinkButton href={locationUtil.assureBaseUrl(pageUrl('overview'))}>
        {t('pages.configuration.back', 'To the Overview')}
      </LinkButton>
    }
  >
    {t(
      'pages.configuration.why',
      'All other pages are open to you. If a data source is missing, ask an administrator of this Grafana organisation.',
    )}
  </EmptyState>
);

/** The page Configuration, for those who may change it. */
export function ConfigurationGate() {
  const { isAdmin } = useSettings();
  return <Frame page="configuration">{isAdmin ? <ConfigurationPage /> : <Refused />}</Frame>;
}
