import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { dateTimeFormat } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, EmptyState, useStyles2 } from '@grafana/ui';
import type { Answer } from '../source/useAnswer.js';
import { useLogs } from '../state/useLogs.js';
import { rangeJson } from '../time/timeRange.js';
import { useCount } from './useCount.js';
import type { Widening } from './widenings.js';
import { isUnnarrowed, wideningsOf } from './widenings.js';

const FORMAT = 'YYYY-MM-DD HH:mm:ss';

function countText({ value: count, isLoading }: Answer<number>): string {
  if (count === undefined) return isLoading ? '…' : '';
  return t('logs.widen.count', '{{lines}} lines', { lines: count.toLocaleString() });
}

function Way({ widening }: { readonly widening: Widening }) {
  const { change } = useLogs();
  const count = useCount(widening);
  return (
    <li>
      <Button fill="text" onClick={() => change(() => widening.state)}>
        {widening.text}
      </Button>
      {countText(count)}
    </li>
  );
}

/** Nothing found: why, and what would find something. */
export function EmptyLines({ notices }: { readonly notices: readonly string[] }) {
  const styles = useStyles2(stylesOf);
  const { state, range, about } = useLogs();
  const { fromMs, toMs } = rangeJson(range);
  const [from, to] = [fromMs, toMs].map((ms) => dateTimeFormat(ms, { format: FORMAT }));
  const ways = wideningsOf(state, range, about?.limits.rangeMs);
  return (
    <EmptyState
      variant="not-found"
      hideImage
      message={
        isUnnarrowed(state)
          ? t('logs.empty.none', 'No lines at all in this time range')
          : t('logs.empty.narrowed', 'No line fits all that is chosen')
      }
    >
      <p>{t('logs.empty.range', 'Looked from {{from}} to {{to}}.', { from, to })}</p>
      {notices.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {ways.length > 0 && (
        <>
          <p>{t('logs.empty.ways', 'Try instead:')}</p>
          <ul className={styles}>
            {ways.map((widening) => (
              <Way key={widening.id} widening={widening} />
            ))}
          </ul>
        </>
      )}
    </EmptyState>
  );
}

const stylesOf = (theme: GrafanaTheme2) =>
  css({
    listStyle: 'none',
    display: 'inline-block',
    textAlign: 'left',
    '& li': { display: 'flex', alignItems: 'center', gap: theme.spacing(1) },
  });
