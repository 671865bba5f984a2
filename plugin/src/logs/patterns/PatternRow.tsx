import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Badge, Button, useStyles2, useTheme2 } from '@grafana/ui';
import { levelColor, levelText } from '../../panels/lines/levels.js';
import { useLogs } from '../state/useLogs.js';
import { GAP } from './mask.js';
import { patternWords, piecesOf } from './patternClause.js';
import type { Pattern } from './patternsOf.js';

const shareText = (share: number): string =>
  share.toLocaleString(undefined, { style: 'percent', maximumFractionDigits: share < 0.1 ? 1 : 0 });

/** Narrows to lines of a pattern, or shuts them out. */
function Choices({ pattern }: { readonly pattern: string }) {
  const { change } = useLogs();
  if (piecesOf(pattern).length === 0) return null;
  return (
    <>
      <Button
        size="sm"
        fill="text"
        onClick={() =>
          change((before) => ({
            ...before,
            words: `${before.words} ${patternWords(pattern)}`.trim(),
          }))
        }
      >
        {t('logs.patterns.only', 'Only like this')}
      </Button>
      <Button
        size="sm"
        fill="text"
        onClick={() =>
          change((before) => ({
            ...before,
            without: [...new Set([...before.without, pattern])],
          }))
        }
      >
        {t('logs.patterns.not', 'Not like this')}
      </Button>
    </>
  );
}

/** One thing that lines say: how often, of which level, and whether it is new. */
export function PatternRow({ pattern }: { readonly pattern: Pattern }) {
  const styles = useStyles2(stylesOf);
  const theme = useTheme2();
  const { level, count, share, isNew } = pattern;
  return (
    <li className={styles.row} style={{ borderLeftColor: levelColor(theme, level) }}>
      <div className={styles.facts}>
        <span className={styles.count}>
          {t('logs.patterns.count', '{{lines}} lines, {{share}}', {
            lines: count.toLocaleString(),
            share: shareText(share),
          })}
        </span>
        <span>{levelText(level)}</span>
        {isNew === true && <Badge color="orange" text={t('logs.patterns.new', 'new')} />}
      </div>
      <code className={styles.pattern}>
        {pattern.pattern.split(GAP).map((piece, at) => (
          <span key={at}>
            {at > 0 && <span className={styles.gap}>{GAP}</span>}
            {piece}
          </span>
        ))}
      </code>
      <Choices pattern={pattern.pattern} />
    </li>
  );
}

const stylesOf = (theme: GrafanaTheme2) => ({
  row: css({
    borderLeft: '3px solid transparent',
    padding: theme.spacing(0.5, 1),
    marginBottom: theme.spacing(0.5),
  }),
  facts: css({
    display: 'flex',
    gap: theme.spacing(1),
    alignItems: 'center',
    fontSize: theme.typography.bodySmall.fontSize,
    color: theme.colors.text.secondary,
  }),
  count: css({ fontVariantNumeric: 'tabular-nums' }),
  pattern: css({
    display: 'block',
    padding: 0,
    background: 'none',
    border: 'none',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    color: theme.colors.text.primary,
  }),
  gap: css({ color: theme.colors.text.disabled }),
});
