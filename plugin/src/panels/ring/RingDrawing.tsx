import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { useId } from 'react';
import type { Band } from './arcs.js';
import { arcPath, BANDS, shareOf } from './arcs.js';
import { partColors } from './colors.js';
import type { RingModel } from './model.js';

const getStyles = (theme: GrafanaTheme2) => ({
  drawing: css({ flex: '0 0 auto', display: 'block' }),
  track: css({ fill: 'none', stroke: theme.colors.background.secondary }),
  arc: css({ fill: 'none' }),
  big: css({
    fill: theme.colors.text.primary,
    fontSize: '17px',
    fontWeight: theme.typography.fontWeightMedium,
    textAnchor: 'middle',
  }),
  small: css({ fill: theme.colors.text.secondary, fontSize: '7px', textAnchor: 'middle' }),
});

interface ArcProps {
  readonly band: Band;
  readonly from?: number;
  readonly to: number;
  readonly stroke: string;
  readonly part: string;
}

function Arc({ band, from = 0, to, stroke, part }: ArcProps) {
  const styles = useStyles2(getStyles);
  const d = arcPath(band.radius, from, to);
  if (d === '') return null;
  return (
    <path className={styles.arc} d={d} stroke={stroke} strokeWidth={band.width} data-part={part} />
  );
}

interface HatchProps {
  readonly id: string;
  readonly color: string;
}

const Hatch = ({ id, color }: HatchProps) => (
  <pattern id={id} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect width="2" height="4" fill={color} />
  </pattern>
);

export interface RingDrawingProps {
  readonly model: RingModel;
  readonly diameter: number;
  /** Said of the whole drawing. */
  readonly label: string;
  /** In the middle: the share that works, and what it is of. */
  readonly big: string;
  readonly small: string;
}

/** Two rings of the same whole: given out outside, at work inside. */
export function RingDrawing({ model, diameter, label, big, small }: RingDrawingProps) {
  const styles = useStyles2(getStyles);
  const colors = partColors(useTheme2());
  const hatch = useId();
  const { total, held, used, unknown } = model;
  const usedTo = shareOf(used, total);
  const heldTo = shareOf(held, total);
  const unknownTo = Math.min(heldTo + shareOf(unknown, total), 1);
  return (
    <svg
      className={styles.drawing}
      width={diameter}
      height={diameter}
      viewBox="0 0 100 100"
      role="img"
      aria-label={label}
    >
      <defs>
        <Hatch id={hatch} color={colors.unknown} />
      </defs>
      {[BANDS.outer, BANDS.inner].map(({ radius, width }) => (
        <circle
          key={radius}
          className={styles.track}
          cx="50"
          cy="50"
          r={radius}
          strokeWidth={width}
        />
      ))}
      <Arc band={BANDS.outer} to={heldTo} stroke={colors.held} part="held" />
      <Arc
        band={BANDS.outer}
        from={heldTo}
        to={unknownTo}
        stroke={`url(#${hatch})`}
        part="unknown"
      />
      <Arc band={BANDS.inner} to={usedTo} stroke={colors.used} part="used" />
      <Arc band={BANDS.gap} from={usedTo} to={heldTo} stroke={colors.unused} part="unused" />
      <text className={styles.big} x="50" y="53">
        {big}
      </text>
      <text className={styles.small} x="50" y="62">
        {small}
      </text>
    </svg>
  );
}
