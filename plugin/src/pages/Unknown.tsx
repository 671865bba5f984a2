import { locationUtil } from '@grafana/data';
import { t } from '@grafana/i18n';
import { PluginPage } from '@grafana/runtime';
import { EmptyState, LinkButton } from '@grafana/ui';
import { pageUrl } from '../links/pageUrl.js';

/** An address that no page has. */
export function Unknown() {
  const title = t('pages.unknown.title', 'There is no such page');
  return (
    <PluginPage pageNav={{ text: title }}>
      <EmptyState
        variant="not-found"
        message={title}
        button={
          <LinkButton href={locationUtil.assureBaseUrl(pageUrl('overview'))}>
            {t('pages.unknown.back', 'To the Overview')}
          </LinkButton>
        }
      >
        {t('pages.unknown.why', 'The address may be from another version, or mistyped.')}
      </EmptyState>
    </PluginPage>
  );
}
