import type { DataSourceInstanceSettings } from '@grafana/data';
import { t } from '@grafana/i18n';
import { getDataSourceSrv } from '@grafana/runtime';
import { Alert, Text } from '@grafana/ui';
import { SOURCE_TYPES } from '../../../settings/useSources.js';
import { Part } from '../Part.js';

type Source = Pick<DataSourceInstanceSettings, 'uid' | 'name' | 'type'> & {
  readonly meta?: { readonly builtIn?: boolean };
};

/** Sources that ask nobody who is asking: all but our log source and what Grafana makes itself. */
export const unguarded = <T extends Source>(all: readonly T[]): readonly T[] =>
  all.filter(
    ({ type, meta }) =>
      meta?.builtIn !== true && !(SOURCE_TYPES.logs as readonly string[]).includes(type),
  );

/** Every source of this organisation through which all tenants can be seen, by name. */
export function OthersPart() {
  const others = unguarded(getDataSourceSrv().getList({}));
  return (
    <Part
      title={t('config.others.title', 'Who sees what')}
      description={t(
        'config.others.help',
        'Our log source shows each reader what its policy grants. Others ask nobody.',
      )}
    >
      {others.length === 0 ? (
        <Text>
          {t('config.others.none', 'There is no other data source in this organisation.')}
        </Text>
      ) : (
        <Alert
          severity="warning"
          title={t(
            'config.others.warning',
            'These data sources show all tenants to whoever can query them in this organisation.',
          )}
        >
          <ul>
            {others.map(({ uid, name, type }) => (
              <li key={uid}>{`${name} (${type})`}</li>
            ))}
          </ul>
        </Alert>
      )}
    </Part>
  );
}
