import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { ClipboardButton, Icon, useStyles2 } from '@grafana/ui';
import type { IconName } from '@grafana/ui';
import type { Finding } from './check.js';

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', margin: 0, display: 'grid', gap: theme.spacing(1) }),
  item: css({ display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: theme.spacing(1) }),
  ok: css({ color: theme.colors.success.text }),
  info: css({ color: theme.colors.text.secondary }),
  warning: css({ color: theme.colors.warning.text }),
  error: css({ color: theme.colors.error.text }),
  remedy: css({ gridColumn: 2, color: theme.colors.text.secondary }),
  line: css({
    gridColumn: 2,
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    '& code': { overflowX: 'auto', whiteSpace: 'pre' },
  }),
});

const ICONS: Readonly<Record<Finding['state'], IconName>> = {
  ok: 'check-circle',
  info: 'info-circle',
  warning: 'exclamation-triangle',
  error: 'times-circle',
};

function stateName(state: Finding['state']): string {
  switch (state) {
    case 'ok':
      return t('config.checks.ok', 'well');
    case 'info':
      return t('config.checks.info', 'to know');
    case 'warning':
      return t('config.checks.warning', 'missing');
    case 'error':
      return t('config.checks.error', 'needed');
  }
}

/** A line to be copied. */
export function CommandLine({ line }: { readonly line: string }) {
  const styles = useStyles2(getStyles);
  return (
    <span className={styles.line}>
      <code>{line}</code>
      <ClipboardButton
        size="sm"
        variant="secondary"
        icon="copy"
        aria-label={t('config.checks.copy', 'Copy the line')}
        getText={() => line}
      />
    </span>
  );
}

/** What was looked at: green, or what is missing and the line to add. */
export function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  const styles = useStyles2(getStyles);
  return (
    <ul className={styles.list}>
      {findings.map(({ state, text, remedy, line }, at) => (
        <li key={`${at} ${text}`} className={styles.item} data-state={state}>
          <span className={styles[state]} role="img" aria-label={stateName(state)}>
            <Icon name={ICONS[state]} />
          </span>
          <span>{text}</span>
          {remedy !== undefined && <span className={styles.remedy}>{remedy}</span>}
          {line !== undefined && <CommandLine line={line} />}
        </li>
      ))}
    </ul>
  );
}
