import { Icon, useStyles2 } from '@grafana/ui';
import type { NodePlace } from '../shared/nodeNames.js';
import type { Cell } from './cell.js';
import type { CellColors } from './colors.js';
import { CountsBar } from './CountsBar.js';
import type { Kind } from './counts.js';
import type { MapGroup } from './groups.js';
import { GroupStrip } from './GroupStrip.js';
import { getGroupStyles } from './groupStyles.js';
import { countsText, groupName, groupSize } from './words.js';

const TROUBLES: readonly Kind[] = ['sick', 'throttled', 'heldIdle'];

export interface GroupLineProps {
  readonly id: string;
  readonly place: string;
  readonly group: MapGroup;
  readonly isOpen: boolean;
  /** Of the strip below a closed heading. */
  readonly width: number;
  readonly colorsOf: (cell: Cell) => CellColors;
  readonly nodeName: (place: NodePlace) => string;
  readonly isActive: boolean;
  /** Class of the line that the keys are at. */
  readonly activeClass: string;
  readonly onToggle: (key: string) => void;
}

/** A group's heading: how many it holds, and how they are, so that a closed one tells enough. */
export function GroupLine(props: GroupLineProps) {
  const { id, place, group, isOpen, isActive, activeClass, onToggle } = props;
  const { width, colorsOf, nodeName } = props;
  const styles = useStyles2(getGroupStyles);
  return (
    <div
      id={id}
      role="rowheader"
      aria-expanded={isOpen}
      data-place={place}
      className={isActive ? `${styles.group} ${activeClass}` : styles.group}
      onClick={() => onToggle(group.key)}
    >
      <div className={styles.heading}>
        <Icon name={isOpen ? 'angle-down' : 'angle-right'} />
        <span className={styles.groupName}>{groupName(group)}</span>
        <CountsBar counts={group.counts} />
        <span className={styles.quiet}>
          {[groupSize(group), countsText(group.counts, TROUBLES)].filter(Boolean).join(' · ')}
        </span>
      </div>
      {!isOpen && <GroupStrip {...{ group, width, colorsOf, nodeName }} />}
    </div>
  );
}
