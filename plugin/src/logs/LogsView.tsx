import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useMemo, useRef } from 'react';
import { ContextDrawer } from './context/ContextDrawer.js';
import { FacetsColumn } from './facets/FacetsColumn.js';
import { FieldsTab } from './fields/FieldsTab.js';
import { LinesPane } from './lines/LinesPane.js';
import { useLines } from './lines/useLines.js';
import { merged } from './live/merge.js';
import { useLive } from './live/useLive.js';
import { withoutPatterns } from './patterns/patternsOf.js';
import { PatternsTab } from './patterns/PatternsTab.js';
import { useLogs } from './state/useLogs.js';
import { Filters } from './toolbar/Filters.js';
import { SearchBar } from './toolbar/SearchBar.js';
import { TimeControls } from './toolbar/TimeControls.js';
import { Toolbar } from './toolbar/Toolbar.js';
import { useFill } from './useFill.js';
import { useVolume } from './volume/useVolume.js';
import { VolumePane } from './volume/VolumePane.js';

const NONE = [] as const;

/** Left what lines can be narrowed by, in the middle when and what, beside it what they have in common. */
export function LogsView() {
  const styles = useStyles2(stylesOf);
  const logs = useLogs();
  const { state } = logs;
  const page = useRef<HTMLDivElement>(null);
  const height = useFill(page);
  const lines = useLines();
  const volume = useVolume();
  const live = useLive();
  const found = lines.value?.rows ?? NONE;
  const rows = useMemo(
    () => merged(found, withoutPatterns(live.fresh, state.without)),
    [found, live.fresh, state.without],
  );
  return (
    <div ref={page} className={styles.page} style={{ minHeight: height }}>
      <FacetsColumn volume={volume.value} />
      <div className={styles.main} style={{ height }}>
        <div className={styles.head}>
          <SearchBar />
          <TimeControls {...logs} />
        </div>
        <Filters />
        <VolumePane answer={volume} />
        <Toolbar rows={rows} live={live} />
        <div className={styles.lines}>
          <LinesPane answer={lines} rows={rows} live={live} />
        </div>
      </div>
      {state.tab !== 'none' && (
        <aside className={styles.side} style={{ maxHeight: height }}>
          {state.tab === 'patterns' ? <PatternsTab volume={volume.value} /> : <FieldsTab />}
        </aside>
      )}
      {state.context !== '' && <ContextDrawer />}
    </div>
  );
}

const stylesOf = (theme: GrafanaTheme2) => ({
  page: css({
    display: 'flex',
    gap: theme.spacing(2),
    [theme.breakpoints.down('md')]: { flexDirection: 'column' },
  }),
  main: css({
    flex: 1,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    [theme.breakpoints.down('md')]: { flex: 'none' },
  }),
  head: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
  }),
  lines: css({ flex: 1, minHeight: 240 }),
  side: css({
    flex: '0 0 340px',
    minWidth: 0,
    overflow: 'auto',
    [theme.breakpoints.down('lg')]: { flexBasis: 260 },
    [theme.breakpoints.down('md')]: { flex: 'none' },
  }),
});
