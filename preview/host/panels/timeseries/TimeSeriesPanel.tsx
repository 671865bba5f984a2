import type { DataFrame, LinkModel, PanelProps } from '@grafana/data';
import { DashboardCursorSync, TooltipDisplayMode } from '@grafana/schema';
import { TimeSeries, TooltipPlugin2, usePanelContext, type UPlotConfigBuilder } from '@grafana/ui';
import { useMemo } from 'react';
import { NoData } from '../shared/NoData.js';
import { graphable } from './graphable.js';
import { Marks } from './Marks.js';
import { marksOf } from './marks.js';
import type { Options } from './options.js';
import { rowsOf } from './rows.js';
import { TimeTooltip } from './TimeTooltip.js';

// Grafana's names for what a tooltip follows are not given out: one series, or all at a moment.
const FOLLOWS_ONE = 0;
const FOLLOWS_ALL = 1;

/** Where a value of the graph leads. */
const linksOf = (frame: DataFrame, series: number, place: number): LinkModel[] =>
  frame.fields[series]?.getLinks?.({ valueRowIndex: place }) ?? [];

/** Lines over time. */
export function TimeSeriesPanel(props: PanelProps<Options>) {
  const { data, options, width, height, timeRange, timeZone, onChangeTimeRange } = props;
  const { sync, eventsScope } = usePanelContext();
  const frames = useMemo(() => graphable(data.series), [data.series]);
  const marks = useMemo(() => marksOf(data.annotations ?? []), [data.annotations]);
  if (frames.length === 0) return <NoData />;
  const { mode, sort } = options.tooltip;
  const tooltip = (config: UPlotConfigBuilder, frame: DataFrame) =>
    mode !== TooltipDisplayMode.None && (
      <TooltipPlugin2
        config={config}
        hoverMode={mode === TooltipDisplayMode.Single ? FOLLOWS_ONE : FOLLOWS_ALL}
        queryZoom={onChangeTimeRange}
        syncMode={sync?.() ?? DashboardCursorSync.Off}
        {...(eventsScope === undefined ? {} : { syncScope: eventsScope })}
        getDataLinks={(series, place) => linksOf(frame, series, place)}
        render={(_, places, seriesIndex, __, ___, ____, _____, links) => (
          <TimeTooltip
            frame={frame}
            places={places}
            rows={rowsOf({ frame, places, seriesIndex, mode, sort })}
            links={links}
            timeZone={timeZone}
          />
        )}
      />
    );
  return (
    <TimeSeries
      frames={frames}
      {...(data.structureRev === undefined ? {} : { structureRev: data.structureRev })}
      timeRange={timeRange}
      timeZone={timeZone}
      width={width}
      height={height}
      legend={options.legend}
      options={options}
    >
      {(config, frame) => (
        <>
          {tooltip(config, frame)}
          <Marks config={config} marks={marks} timeZone={timeZone} />
        </>
      )}
    </TimeSeries>
  );
}
