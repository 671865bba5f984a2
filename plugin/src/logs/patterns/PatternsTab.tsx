import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { dateTimeFormat } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Alert, Tag, useStyles2 } from '@grafana/ui';
import { useMemo } from 'react';
import { Skeleton } from '../../app/Skeleton.js';
import { Said } from '../facets/Said.js';
import { useLogs } from '../state/useLogs.js';
import type { Volume } from '../volume/readVolume.js';
import { onlyLevels, peakOf } from '../volume/readVolume.js';
import { PatternRow } from './PatternRow.js';
import { samplesOf } from './samples.js';
import { usePatterns } from './usePatterns.js';

/** Patterns shown; the rest are single lines. */
const ROWS = 100;

function Without() {
  const { state, change } = useLogs();
  const styles = useStyles2(stylesOf);
  if (state.without.length === 0) return null;
  return (
    <div className={styles.without}>
      {t('logs.patterns.without', 'Left out (click to show again):')}
      {state.without.map((pattern) => (
        <Tag
          key={pattern}
          name={pattern}
          icon="times"
          onClick={() =>
            change((before) => ({
              ...before,
              without: before.without.filter((one) => one !== pattern),
            }))
          }
        />
      ))}
    </div>
  );
}

/** What the lines say, each thing once: what is new since the peak began, and what is said how often. */
export function PatternsTab({ volume }: { readonly volume: Volume | undefined }) {
  const styles = useStyles2(stylesOf);
  const { state, range } = useLogs();
  const peak = volume && peakOf(onlyLevels(volume, state.levels));
  const samples = useMemo(() => samplesOf(range, peak), [range, peak]);
  const { value, error } = usePatterns(samples);
  const since = peak === undefined ? '' : dateTimeFormat(peak, { format: 'YYYY-MM-DD HH:mm:ss' });
  return (
    <div className={styles.tab}>
      {since !== '' && (
        <Said
          text={t(
            'logs.patterns.since',
            'New is what no line said before the peak began, at {{since}}.',
            { since },
          )}
        />
      )}
      <Without />
      {error !== undefined && (
        <Alert severity="error" title={t('logs.patterns.failed', 'No patterns')}>
          {error}
        </Alert>
      )}
      {value === undefined && error === undefined && <Skeleton height={200} />}
      {value !== undefined && (
        <>
          <Said
            text={t('logs.patterns.from', 'From the newest {{lines}} lines of this time.', {
              lines: value.lines.toLocaleString(),
            })}
          />
          <ul className={styles.list} aria-label={t('logs.tab.patterns', 'Patterns')}>
            {value.patterns.slice(0, ROWS).map((pattern) => (
              <PatternRow key={pattern.pattern} pattern={pattern} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

const stylesOf = (theme: GrafanaTheme2) => ({
  tab: css({ paddingTop: theme.spacing(1) }),
  without: css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5),
    padding: theme.spacing(0.5),
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  list: css({ listStyle: 'none', margin: 0 }),
});
