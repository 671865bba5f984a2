import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { RowLevel } from './row.js';

/** All levels there are, the worst first. */
export const ROW_LEVELS: readonly RowLevel[] = [
  'critical',
  'error',
  'warning',
  'info',
  'debug',
  'trace',
  'unknown',
];

/** A level in the reader's words. */
export function levelText(level: RowLevel): string {
  switch (level) {
    case 'critical':
      return t('lines.level.critical', 'critical');
    case 'error':
      return t('lines.level.error', 'error');
    case 'warning':
      return t('lines.level.warning', 'warning');
    case 'info':
      return t('lines.level.info', 'info');
    case 'debug':
      return t('lines.level.debug', 'debug');
    case 'trace':
      return t('lines.level.trace', 'trace');
    case 'unknown':
      return t('lines.level.unknown', 'no level');
  }
}

const COLOR: Readonly<Record<RowLevel, string>> = {
  critical: 'purple',
  error: 'red',
  warning: 'orange',
  info: 'green',
  debug: 'blue',
  trace: 'light-blue',
  unknown: 'gray',
};

/** A level's colour, the one that Grafana's own lists have; never without its name beside it. */
export const levelColor = (theme: GrafanaTheme2, level: RowLevel): string =>
  level === 'unknown'
    ? theme.colors.text.disabled
    : theme.visualization.getColorByName(COLOR[level]);
