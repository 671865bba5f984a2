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
    <Label htmlFor={htmlFor}>
      <span className={styles}>
        {text}
        <Tooltip content={help}>
          <Icon name="info-circle" size="sm" tabIndex={0} aria-label={help} />
        </Tooltip>
      </span>
    </Label>
  );
}

const stylesOf = (theme: GrafanaTheme2) =>
  css({ display: 'inline-flex', alignItems: 'center', gap: theme.spacing(0.5) });
