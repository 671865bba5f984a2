import { css, keyframes } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';

const pulse = keyframes({ '0%, 100%': { opacity: 1 }, '50%': { opacity: 0.45 } });

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({ height: '100%', display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
  bar: css({
    flex: '0 1 24px',
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.secondary,
    [theme.transitions.handleMotion('no-preference')]: {
      animation: `${pulse} 1.6s ease-in-out infinite`,
    },
  }),
  ring: css({
    alignSelf: 'center',
    aspectRatio: '1',
    height: '60%',
    borderRadius: '50%',
    border: `14px solid ${theme.colors.background.secondary}`,
  }),
});

/** The outline of what is to come, so that nothing jumps when it does. */
export function Skeleton({
  rows,
  ring = false,
}: {
  readonly rows: number;
  readonly ring?: boolean;
}) {
  const styles = useStyles2(getStyles);
  return (
    <div
      className={styles.box}
      role="status"
      aria-busy="true"
      aria-label={t('panels.loading', 'Loading')}
    >
      {ring && <div className={styles.ring} />}
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.bar} />
      ))}
    </div>
  );
}
