import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

/** A word on a list, below it. */
export function Said({ text }: { readonly text: string }) {
  const styles = useStyles2(stylesOf);
  return <p className={styles}>{text}</p>;
}

const stylesOf = (theme: GrafanaTheme2) =>
  css({
    margin: 0,
    padding: theme.spacing(0, 0.5, 0.5),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    overflowWrap: 'anywhere',
  });
