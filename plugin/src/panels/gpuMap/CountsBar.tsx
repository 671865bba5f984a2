import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import type { Counts } from './counts.js';
import { KINDS } from './counts.js';
import { kindColors } from './kindColors.js';
import { countsText } from './words.js';

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({
    flex: '0 1 160px',
    minWidth: 40,
    height: 10,
    display: 'flex',
    overflow: 'hidden',
    borderRadius: theme.shape.radius.default,
  }),
  part: css({ minWidth: 2 }),
});

/** The states of many cells, each as wide as its share. */
export function CountsBar({ counts }: { readonly counts: Counts }) {
  const styles = useStyles2(getStyles);
  const colors = kindColors(useTheme2());
  const text = countsText(counts);
  return (
    <div className={styles.bar} role="img" aria-label={text} title={text}>
      {KINDS.filter((kind) => counts[kind] > 0).map((kind) => (
        <div
          key={kind}
          className={styles.part}
          data-kind={kind}
          style={{ flex: `${counts[kind]} 1 0`, background: colors[kind] }}
        />
      ))}
    </div>
  );
}
