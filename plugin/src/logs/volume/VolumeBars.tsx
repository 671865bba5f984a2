import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import type { PointerEvent } from 'react';
import { useMemo, useState } from 'react';
import { levelColor } from '../../panels/lines/levels.js';
import type { Span } from './bars.js';
import { barsOf, draggedSpan } from './bars.js';
import type { Volume } from './readVolume.js';

export interface VolumeBarsProps {
  readonly volume: Volume;
  readonly span: Span;
  /** What the drawing shows, in words. */
  readonly label: string;
  readonly onHover: (ms: number | undefined) => void;
  readonly onZoom: (span: Span) => void;
}

const HEIGHT = 72;
const MAIN_BUTTON = 0;

/** The moment under the pointer. */
function momentAt({ currentTarget, clientX }: PointerEvent<SVGSVGElement>, span: Span): number {
  const { left, width } = currentTarget.getBoundingClientRect();
  const part = Math.max(0, Math.min(1, (clientX - left) / Math.max(1, width)));
  return span.fromMs + part * (span.toMs - span.fromMs);
}

function Shade({ from, to, span }: { from: number; to: number; span: Span }) {
  const theme = useTheme2();
  const length = Math.max(1, span.toMs - span.fromMs);
  const x = (Math.min(from, to) - span.fromMs) / length;
  const width = Math.abs(to - from) / length;
  return <rect x={x} y={0} width={width} height={1} fill={theme.colors.action.selected} />;
}

/** Lines over time by level; a stretch that is dragged over becomes the time range. */
export function VolumeBars({ volume, span, label, onHover, onZoom }: VolumeBarsProps) {
  const theme = useTheme2();
  const styles = useStyles2(stylesOf);
  const [drag, setDrag] = useState<readonly [from: number, to: number]>();
  const bars = useMemo(() => barsOf(volume, span), [volume, span]);
  const onPointerDown = (event: PointerEvent<SVGSVGElement>) => {
    if (event.button !== MAIN_BUTTON) return;
    // Whoever drags to the very end goes beyond it: the drawing hears of it all the same.
    if ('setPointerCapture' in event.currentTarget)
      event.currentTarget.setPointerCapture(event.pointerId);
    const at = momentAt(event, span);
    setDrag([at, at]);
  };
  const onPointerMove = (event: PointerEvent<SVGSVGElement>) => {
    const at = momentAt(event, span);
    onHover(at);
    if (drag !== undefined) setDrag([drag[0], at]);
  };
  const onPointerUp = (event: PointerEvent<SVGSVGElement>) => {
    if (drag !== undefined) onZoom(draggedSpan(volume, drag[0], momentAt(event, span)));
    setDrag(undefined);
  };
  const onPointerLeave = () => {
    onHover(undefined);
    setDrag(undefined);
  };
  // As when a finger begins to scroll the page.
  const onPointerCancel = onPointerLeave;
  return (
    <svg
      role="img"
      aria-label={label}
      className={styles}
      viewBox="0 0 1 1"
      preserveAspectRatio="none"
      {...{ onPointerDown, onPointerMove, onPointerUp, onPointerLeave, onPointerCancel }}
    >
      {volume.estimate !== undefined && (
        <rect x={0} y={0} width={1} height={1} fill={volume.estimate.color} opacity={0.4} />
      )}
      {bars.map(({ level, ...box }, at) => (
        <rect key={at} {...box} data-level={level} fill={levelColor(theme, level)} />
      ))}
      {drag !== undefined && <Shade from={drag[0]} to={drag[1]} span={span} />}
    </svg>
  );
}

const stylesOf = (theme: GrafanaTheme2) =>
  css({
    display: 'block',
    width: '100%',
    height: HEIGHT,
    cursor: 'crosshair',
    touchAction: 'none',
    borderBottom: `1px solid ${theme.colors.border.medium}`,
  });
