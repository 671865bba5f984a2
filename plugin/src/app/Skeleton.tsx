import { css, keyframes } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

const pulse = keyframes({ '50%': { opacity: 0.45 } });

const styles = (theme: GrafanaTheme2) => ({
  block: css({
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
    [theme.transitions.handleMotion('no-preference')]: {
      animation: `${pulse} 1.6s ease-in-out infinite`,
    },
  }),
});

/** Holds the place of what is to come, in its size, so that nothing jumps when it is there. */
export function Skeleton({
  height,
  width = '100%',
}: {
  readonly height: number | string;
  readonly width?: number | string;
}) {
  const { block } = useStyles2(styles);
  return <div className={block} style={{ height, width }} aria-hidden data-testid="skeleton" />;
}
