import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, Label, Tooltip, useStyles2 } from '@grafana/ui';

export interface HelpLabelProps {
  readonly htmlFor: string;
  readonly text: string;
  readonly help: string;
}

/** A field's name with a sign that explains the field; the fields beside it keep their place. */
export function HelpLabel({ htmlFor, text, help }: HelpLabelProps) {
  const styles = useStyles2(stylesOf);
  return (
    <div className={styles}>
      <Label htmlFor={htmlFor}>{text}</Label>
      <Tooltip content={help}>
        <span role="img" aria-label={help} tabIndex={0}>
          <Icon name="info-circle" size="sm" />
        </span>
      </Tooltip>
    </div>
  );
}

const stylesOf = (theme: GrafanaTheme2) =>
  css({
    display: 'flex',
    alignItems: 'baseline',
    gap: theme.spacing(0.5),
    color: theme.colors.text.secondary,
  });
