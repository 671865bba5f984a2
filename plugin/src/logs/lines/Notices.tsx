import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';

/** What a reader must know of these lines: that they are not all, that order is not known, … */
export function Notices({ texts }: { readonly texts: readonly string[] }) {
  const styles = useStyles2(stylesOf);
  if (texts.length === 0) return null;
  return (
    <div className={styles} role="status">
      {texts.map((text) => (
        <div key={text}>
          <Icon name="info-circle" size="sm" /> {text}
        </div>
      ))}
    </div>
  );
}

const stylesOf = (theme: GrafanaTheme2) =>
  css({
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  });
