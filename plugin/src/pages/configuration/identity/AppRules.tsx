import { t } from '@grafana/i18n';
import { getBackendSrv } from '@grafana/runtime';
import { DEFAULT_IDENTITY } from '@gpuscope/aggregation';
import { Text } from '@grafana/ui';
import { useEffect, useState } from 'react';
import { lastValueFrom } from 'rxjs';
import { sameAppRules } from './readRules.js';

/** Whatever the log source answers → its rules; none where it says none. */
function rulesIn(about: unknown): readonly string[] {
  const said: unknown =
    typeof about === 'object' && about !== null && 'appRules' in about ? about.appRules : [];
  return Array.isArray(said) ? said.filter((rule): rule is string => typeof rule === 'string') : [];
}

/** What the log source says of its rules; none while it has not answered, or doesn't tell. */
function useAppRules(uid: string): readonly string[] {
  const [rules, setRules] = useState<readonly string[]>([]);
  useEffect(() => {
    let isCurrent = true;
    setRules([]);
    const url = `/api/datasources/uid/${encodeURIComponent(uid)}/resources/about`;
    lastValueFrom(
      getBackendSrv().fetch<unknown>({ url, method: 'GET', showErrorAlert: false }),
    ).then(
      ({ data }) => isCurrent && setRules(rulesIn(data)),
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
  if (rules.length === 0) return null;
  return (
    <div>
      <Text element="h3" variant="h5">
        {sameAppRules(DEFAULT_IDENTITY, rules)
          ? t('config.identity.defaultRules', 'Apps are named by the rules that come with gpuscope')
          : t('config.identity.ownRules', "Apps are named by this site's own rules")}
      </Text>
      <ol style={{ paddingLeft: 24 }}>
        {rules.map((rule, at) => (
          <li key={`${at} ${rule}`}>
            <code>{rule}</code>
          </li>
        ))}
      </ol>
    </div>
  );
}
