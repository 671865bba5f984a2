import { t } from '@grafana/i18n';
import { getBackendSrv } from '@grafana/runtime';
import { DEFAULT_IDENTITY } from '@gpuscope/aggregation';
import { Text } from '@grafana/ui';
import { useEffect, useState } from 'react';
import { lastValueFrom } from 'rxjs';
import { sameAppRules } from './readRules.js';

interface About {
  readonly appRules?: readonly string[];
}

/** What the log source says of its rules; undefined where it doesn't. */
function useAppRules(uid: string): readonly string[] | undefined {
  const [rules, setRules] = useState<readonly string[]>();
  useEffect(() => {
    let isCurrent = true;
    const url = `/api/datasources/uid/${encodeURIComponent(uid)}/resources/about`;
    lastValueFrom(getBackendSrv().fetch<About>({ url, method: 'GET', showErrorAlert: false })).then(
      ({ data }) => isCurrent && setRules(data.appRules),
      // What is wrong with the source is said above, by its test.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [uid]);
  return rules;
}

/** The rules by which the log source names apps: the site's own, or those that come with gpuscope. */
export function AppRules({ uid }: { readonly uid: string }) {
  const rules = useAppRules(uid);
  if (rules === undefined || rules.length === 0) return null;
  return (
    <div>
      <Text element="h3" variant="h5">
        {sameAppRules(DEFAULT_IDENTITY, rules)
          ? t('config.identity.defaultRules', 'Apps are named by the rules that come with gpuscope')
          : t('config.identity.ownRules', "Apps are named by this site's own rules")}
      </Text>
      <ol style={{ paddingLeft: 24 }}>
        {rules.map((rule) => (
          <li key={rule}>
            <code>{rule}</code>
          </li>
        ))}
      </ol>
    </div>
  );
}
