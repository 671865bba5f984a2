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

/** Half of what a time takes: nearer to the end it would be cut off. */
const HALF = 24;

/** Times below the lanes. */
export function Axis({ ticks, range, layout, styles }: AxisProps) {
  return (
    <div className={styles.axis} style={{ marginLeft: layout.labelWidth, width: layout.plotWidth }}>
      {ticks.map(({ atMs, text }) => {
        const left = positionOf(atMs, range, layout.plotWidth);
        const isLast = left > layout.plotWidth - HALF;
        return (
          <span
            key={atMs}
            className={styles.tick}
            style={{ left, transform: isLast ? 'translateX(-100%)' : 'translateX(-50%)' }}
          >
            {text}
          </span>
        );
      })}
    </div>
  );
}
