import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { IdentityName } from '@gpuscope/aggregation';
import { useStyles2 } from '@grafana/ui';
import { filled } from '../../../words/index.js';
import type { Explanation } from './explain.js';

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    display: 'grid',
    gridTemplateColumns: 'max-content max-content 1fr',
    columnGap: theme.spacing(2),
    rowGap: theme.spacing(0.5),
    margin: 0,
  }),
  row: css({ display: 'contents' }),
  plain: css({ margin: 0, fontWeight: 'inherit' }),
  why: css({ margin: 0, color: theme.colors.text.secondary }),
});

function nameText(name: IdentityName): string {
  switch (name) {
    case 'tenant':
      return t('config.identity.tenant', 'Tenant');
    case 'app':
      return t('config.identity.app', 'App');
    case 'user':
      return t('config.identity.user', 'User');
  }
}

/** Which rule it was, or why there was none. */
function whyText({ rule, from, unread }: Explanation): string {
  if (rule !== undefined && from !== undefined) {
    return t(
      'config.identity.because',
      'rule {{rule}}: {{from}}',
      filled({ rule: String(rule), from }),
    );
  }
  return unread === undefined
    ? t('config.identity.noRule', 'no rule found a name')
    : t(
        'config.identity.unread',
        'not known: {{from}} needs the namespace, paste it as well',
        filled({ from: unread }),
      );
}

/** This pod → tenant, app, user, because of which rule. */
export function Explained({ explanations }: { readonly explanations: readonly Explanation[] }) {
  const styles = useStyles2(getStyles);
  return (
    <dl className={styles.list}>
      {explanations.map((one) => (
        <div key={one.name} className={styles.row}>
          <dt className={styles.plain}>{nameText(one.name)}</dt>
          <dd className={styles.plain}>
            <strong>{one.value === '' ? '–' : one.value}</strong>
          </dd>
          <dd className={styles.why}>{whyText(one)}</dd>
        </div>
      ))}
    </dl>
  );
}
