import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { dateTimeFormat } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Alert, useStyles2 } from '@grafana/ui';
import { useMemo, useState } from 'react';
import { Skeleton } from '../../app/Skeleton.js';
import type { RowLevel } from '../../panels/lines/row.js';
import { Notices } from '../lines/Notices.js';
import type { Answer } from '../source/useAnswer.js';
import { useLogs } from '../state/useLogs.js';
import { fixedTexts, rangeJson } from '../time/timeRange.js';
import type { Span } from './bars.js';
import { stepAt } from './bars.js';
import { Legend } from './Legend.js';
import type { Volume } from './readVolume.js';
import { onlyLevels } from './readVolume.js';
import { Ticks } from './Ticks.js';
import { VolumeBars } from './VolumeBars.js';

const FORMAT = 'YYYY-MM-DD HH:mm:ss';

/** What the numbers count: the step under the pointer, or all of the range. */
function Caption({ volume, step }: { volume: Volume; step: number | undefined }) {
  const at = step === undefined ? undefined : volume.times[step];
  const all = volume.levels.reduce((sum, { sum: one }) => sum + one, 0);
  if (at === undefined)
    return <>{t('logs.volume.all', '{{lines}} lines', { lines: all.toLocaleString() })}</>;
  const [from, to] = [at, at + volume.stepMs].map((ms) => dateTimeFormat(ms, { format: FORMAT }));
  return <>{t('logs.volume.step', '{{from}} to {{to}}', { from, to })}</>;
}

function useVolumeChanges() {
  const { change } = useLogs();
  const onZoom = ({ fromMs, toMs }: Span) =>
    change((state) => ({ ...state, ...fixedTexts(fromMs, toMs), isLive: false }));
  const onToggle = (level: RowLevel) =>
    change((state) => ({
      ...state,
      levels: state.levels.includes(level)
        ? state.levels.filter((one) => one !== level)
        : [...state.levels, level],
    }));
  return { onZoom, onToggle };
}

function Drawn({ volume }: { readonly volume: Volume }) {
  const styles = useStyles2(stylesOf);
  const { state, range } = useLogs();
  const { onZoom, onToggle } = useVolumeChanges();
  const [hovered, setHovered] = useState<number>();
  const span = useMemo(() => rangeJson(range), [range]);
  const shown = useMemo(() => onlyLevels(volume, state.levels), [volume, state.levels]);
  const step = hovered === undefined ? undefined : stepAt(volume, hovered);
  return (
    <>
      <div className={styles.head}>
        <span className={styles.caption}>
          <Caption volume={shown} step={step} />
        </span>
        <Legend levels={volume.levels} chosen={state.levels} step={step} onToggle={onToggle} />
        {volume.estimate !== undefined && (
          <span className={styles.estimate} title={volume.estimate.text}>
            <span className={styles.sign} style={{ background: volume.estimate.color }} />
            {t('logs.volume.estimate', 'levels estimated')}
          </span>
        )}
      </div>
      <VolumeBars
        volume={shown}
        span={span}
        label={t('logs.volume.title', 'Lines over time; drag to choose a time range')}
        onHover={setHovered}
        onZoom={onZoom}
      />
      <Ticks {...span} />
      <Notices texts={volume.warnings} />
    </>
  );
}

/** How many lines, when, of which level. */
export function VolumePane({ answer }: { readonly answer: Answer<Volume | undefined> }) {
  const styles = useStyles2(stylesOf);
  const { value, error, isLoading } = answer;
  return (
    <section
      className={styles.pane}
      aria-label={t('logs.volume.pane', 'Volume')}
      aria-busy={isLoading}
    >
      {error !== undefined && (
        <Alert severity="warning" title={t('logs.volume.failed', 'The lines could not be counted')}>
          {error}
        </Alert>
      )}
      {error === undefined && value !== undefined && <Drawn volume={value} />}
      {error === undefined && value === undefined && isLoading && <Skeleton height={116} />}
    </section>
  );
}

const stylesOf = (theme: GrafanaTheme2) => ({
  pane: css({ minHeight: 116 }),
  head: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    minHeight: 24,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  caption: css({ fontVariantNumeric: 'tabular-nums' }),
  estimate: css({
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    color: theme.colors.text.secondary,
  }),
  sign: css({ width: 10, height: 10, borderRadius: 2 }),
});
