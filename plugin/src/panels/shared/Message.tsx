import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import type { IconName } from '@grafana/ui';

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(2),
    textAlign: 'center',
    overflow: 'auto',
    color: theme.colors.text.secondary,
  }),
  title: css({ color: theme.colors.text.primary }),
  text: css({ maxWidth: '60ch', whiteSpace: 'pre-line' }),
});

interface MessageProps {
  readonly title: string;
  /** What is missing, and how to get it. */
  readonly text?: string;
  readonly icon?: IconName;
}

/** Stands in place of a drawing: nothing there, or nothing that can be drawn. */
export function Message({ title, text, icon = 'info-circle' }: MessageProps) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.box} role="status">
      <Icon name={icon} size="xl" />
      <div className={styles.title}>{title}</div>
      {text !== undefined && text !== '' && <div className={styles.text}>{text}</div>}
    </div>
  );
}
