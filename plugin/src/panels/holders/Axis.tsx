import type { Span } from './lane.js';
import type { HoldersLayout } from './layout.js';
import { positionOf } from './layout.js';
import type { HoldersStyles } from './styles.js';
import type { Tick } from './ticks.js';

interface AxisProps {
  readonly ticks: readonly Tick[];
  readonly range: Span;
  readonly layout: HoldersLayout;
  readonly styles: HoldersStyles;
}

/** Times below the lanes. */
export function Axis({ ticks, range, layout, styles }: AxisProps) {
  return (
    <div className={styles.axis} style={{ marginLeft: layout.labelWidth, width: layout.plotWidth }}>
      {ticks.map(({ atMs, text }) => (
        <span
          key={atMs}
          className={styles.tick}
          style={{ left: positionOf(atMs, range, layout.plotWidth) }}
        >
          {text}
        </span>
      ))}
    </div>
  );
}
