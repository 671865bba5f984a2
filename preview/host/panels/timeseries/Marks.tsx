import { css } from '@emotion/css';
import { colorManipulator, dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { Tooltip, useStyles2, useTheme2, type UPlotConfigBuilder } from '@grafana/ui';
import { useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type uPlot from 'uplot';
import type { Mark } from './marks.js';

const styles = (theme: GrafanaTheme2) => ({
  flag: css({
    position: 'absolute',
    bottom: -9,
    width: 9,
    height: 9,
    padding: 0,
    border: 0,
    transform: 'translateX(-50%)',
    clipPath: 'polygon(50% 0, 100% 100%, 0 100%)',
    zIndex: theme.zIndex.activePanel,
  }),
});

interface MarksProps {
  readonly config: UPlotConfigBuilder;
  readonly marks: readonly Mark[];
  readonly timeZone: string;
}

/** A line down the graph, or a shade over the stretch. */
function drawMark(plot: uPlot, { from, to }: Mark, color: string): void {
  const { ctx, bbox } = plot;
  const [left, right] = [plot.valToPos(from, 'x', true), plot.valToPos(to, 'x', true)];
  if (right < bbox.left || left > bbox.left + bbox.width) return;
  ctx.save();
  ctx.strokeStyle = color;
  ctx.fillStyle = colorManipulator.alpha(color, 0.1);
  ctx.setLineDash([5, 5]);
  ctx.beginPath();
  ctx.moveTo(left, bbox.top);
  ctx.lineTo(left, bbox.top + bbox.height);
  ctx.stroke();
  if (to > from) ctx.fillRect(left, bbox.top, right - left, bbox.height);
  ctx.restore();
}

/** Marks of moments in a graph: a line each, and a flag below that says what it was. */
export function Marks({ config, marks, timeZone }: MarksProps) {
  const theme = useTheme2();
  const { flag } = useStyles2(styles);
  const [plot, setPlot] = useState<uPlot>();
  const [, setDrawn] = useState(0);
  const latest = useRef(marks);
  latest.current = marks;
  const colorOf = ({ color }: Mark): string => theme.visualization.getColorByName(color);
  useLayoutEffect(() => {
    config.addHook('ready', setPlot);
    config.addHook('draw', (drawn) => {
      for (const mark of latest.current) drawMark(drawn, mark, colorOf(mark));
      // Flags move with the scale; React may not be told while it is drawing.
      queueMicrotask(() => setDrawn((count) => count + 1));
    });
    // Hooks of a config live as long as the config does.
  }, [config]);
  useLayoutEffect(() => plot?.redraw(), [plot, marks]);
  if (plot === undefined || plot.over === null) return null;
  const { min = 0, max = 0 } = plot.scales['x'] ?? {};
  const inSight = marks.filter(({ from }) => from >= (min ?? 0) && from <= (max ?? 0));
  return createPortal(
    inSight.map((mark) => (
      <Tooltip
        key={`${mark.from} ${mark.text}`}
        content={`${dateTimeFormat(mark.from, { timeZone })} ${mark.title}: ${mark.text}`}
      >
        <button
          type="button"
          className={flag}
          aria-label={`${mark.title}: ${mark.text}`}
          style={{ left: plot.valToPos(mark.from, 'x'), background: colorOf(mark) }}
        />
      </Tooltip>
    )),
    plot.over,
  );
}
