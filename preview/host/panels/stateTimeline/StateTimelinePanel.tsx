import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2, type PanelProps } from '@grafana/data';
import { LegendDisplayMode } from '@grafana/schema';
import {
  measureText,
  SeriesTable,
  useStyles2,
  VizLayout,
  VizLegend,
  VizTooltip,
} from '@grafana/ui';
import { useMemo, useState, type MouseEvent } from 'react';
import { NoData } from '../shared/NoData.js';
import { Axis, AXIS_HEIGHT } from './Axis.js';
import { Bars } from './Bars.js';
import type { Options } from './options.js';
import { legendOf, linesOf, type Line, type Stretch } from './stretches.js';

const FONT = 12;
const LOWEST_ROW = 20;
const WIDEST_NAMES = 0.35;

const styles = (theme: GrafanaTheme2) => ({
  whole: css({ display: 'flex', flexDirection: 'column' }),
  rows: css({ display: 'flex', overflowY: 'auto', overflowX: 'hidden', flexGrow: 1 }),
  name: css({
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: FONT,
    textAlign: 'right',
    paddingRight: theme.spacing(1),
    color: theme.colors.text.secondary,
  }),
});

interface Hovered {
  readonly line: Line;
  readonly stretch: Stretch;
  readonly x: number;
  readonly y: number;
}

const namesWidth = (lines: readonly Line[], width: number): number =>
  Math.min(
    Math.max(...lines.map(({ name }) => measureText(name, FONT).width + 12)),
    width * WIDEST_NAMES,
  );

/** An element, not a component: the layout reads of it where it is to be placed. */
function legend(lines: readonly Line[]) {
  const items = [...legendOf(lines)].map(([label, color]) => ({ label, color, yAxis: 1 }));
  return (
    <VizLayout.Legend placement="bottom">
      <VizLegend placement="bottom" items={items} displayMode={LegendDisplayMode.List} readonly />
    </VizLayout.Legend>
  );
}

function Hint({ hovered, timeZone }: { readonly hovered: Hovered; readonly timeZone: string }) {
  const { line, stretch, x, y } = hovered;
  const [from, to] = [stretch.from, stretch.to].map((time) => dateTimeFormat(time, { timeZone }));
  return (
    <VizTooltip
      position={{ x, y }}
      offset={{ x: 10, y: 10 }}
      content={
        <SeriesTable
          timestamp={`${from} – ${to}`}
          series={[{ label: line.name, value: stretch.text, color: stretch.color }]}
        />
      }
    />
  );
}

/** What was when, a row for each series. */
export function StateTimelinePanel(props: PanelProps<Options>) {
  const { data, options, width, height, timeRange, timeZone } = props;
  const style = useStyles2(styles);
  const [hovered, setHovered] = useState<Hovered>();
  const range = { from: timeRange.from.valueOf(), to: timeRange.to.valueOf() };
  const { mergeValues } = options;
  const lines = useMemo(
    () => linesOf(data.series, { range, merge: mergeValues }),
    [data.series, range.from, range.to, mergeValues],
  );
  if (lines.length === 0) return <NoData />;
  const names = namesWidth(lines, width);
  const hover = (line: Line) => (stretch: Stretch | undefined, event: MouseEvent) =>
    setHovered(stretch && { line, stretch, x: event.clientX, y: event.clientY });
  const { showLegend } = options.legend;
  return (
    <VizLayout width={width} height={height} legend={showLegend ? legend(lines) : null}>
      {(wide: number, high: number) => {
        const row = Math.max(LOWEST_ROW, (high - AXIS_HEIGHT) / lines.length);
        const room = wide - names;
        return (
          <div className={style.whole} style={{ width: wide, height: high }}>
            <div className={style.rows}>
              <div style={{ width: names }}>
                {lines.map(({ name }, at) => (
                  <div
                    key={at}
                    className={style.name}
                    title={name}
                    style={{ height: row, lineHeight: `${row}px` }}
                  >
                    {name}
                  </div>
                ))}
              </div>
              <div>
                {lines.map((line, at) => (
                  <Bars
                    key={at}
                    {...{ line, range, options }}
                    height={row}
                    width={room}
                    onHover={hover(line)}
                  />
                ))}
              </div>
            </div>
            <div style={{ marginLeft: names }}>
              <Axis {...range} width={room} timeZone={timeZone} />
            </div>
            {hovered !== undefined && <Hint hovered={hovered} timeZone={timeZone} />}
          </div>
        );
      }}
    </VizLayout>
  );
}
