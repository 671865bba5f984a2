import type { ReactNode } from 'react';
import { css } from '@emotion/css';
import { renderMarkdown, type GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, Icon, PanelChrome, useStyles2, type IconName } from '@grafana/ui';
import { useMeasure } from './useMeasure.js';
import type { Shown } from './emptiness.js';

type Instead = Exclude<Shown, 'data' | 'loading'>;

const ICONS: Readonly<Record<Instead, IconName>> = {
  empty: 'info-circle',
  denied: 'lock',
  failed: 'exclamation-triangle',
};

interface Props {
  readonly title: string;
  /** Markdown. */
  readonly description: string;
  readonly shown: Instead;
  readonly ifEmpty: string;
  /** What the source said, where it failed. */
  readonly said?: string | undefined;
  readonly onRetry?: () => void;
  /** At the right of the heading. */
  readonly actions?: ReactNode;
}

const styles = (theme: GrafanaTheme2) => ({
  frame: css({ position: 'absolute', inset: 0 }),
  words: css({
    height: '100%',
    overflow: 'auto',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'safe center',
    gap: theme.spacing(1),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    textAlign: 'center',
    overflowWrap: 'anywhere',
  }),
});

function words({ shown, ifEmpty, said }: Props): string {
  if (shown === 'empty') return ifEmpty;
  if (shown === 'denied')
    return t(
      'pages.panel.denied',
      'You may not see this. An administrator can give you the right.',
    );
  return said ?? t('pages.panel.failed', 'The data source did not answer.');
}

/** What stands in a panel's place when it has nothing to draw: why, and what to do. */
export function PanelInstead(props: Props) {
  const { title, description, shown, onRetry, actions } = props;
  const style = useStyles2(styles);
  const [ref, { width, height }] = useMeasure();
  const html = renderMarkdown(description);
  return (
    <div ref={ref} className={style.frame}>
      <PanelChrome
        title={title}
        {...(html === '' ? {} : { description: () => html })}
        width={width}
        height={height}
        padding="md"
        actions={actions}
      >
        {() => (
          <div className={style.words} role={shown === 'failed' ? 'alert' : 'note'}>
            <Icon name={ICONS[shown]} size="lg" />
            <span>{words(props)}</span>
            {shown === 'failed' && onRetry && (
              <Button size="sm" variant="secondary" icon="sync" onClick={onRetry}>
                {t('pages.panel.retry', 'Try again')}
              </Button>
            )}
          </div>
        )}
      </PanelChrome>
    </div>
  );
}
