import { GroupLine } from './GroupLine.js';
import type { MapItem } from './items.js';
import type { NodeLineProps } from './NodeLine.js';
import { NodeLine } from './NodeLine.js';

type MapLineProps = Omit<NodeLineProps, 'node'> & {
  readonly item: MapItem | undefined;
  readonly onToggle: (key: string) => void;
};

/** A line of the map: a group's heading, or a node. */
export function MapLine({ item, onToggle, ...line }: MapLineProps) {
  if (item === undefined) return null;
  if (item.kind === 'node') return <NodeLine {...line} node={item.node} />;
  const { row, idOf, layout, colorsOf, active, nodeName, styles } = line;
  return (
    <GroupLine
      id={idOf(row, 0)}
      place={`${row}:0`}
      group={item.group}
      isOpen={item.isOpen}
      width={layout.width}
      colorsOf={colorsOf}
      nodeName={nodeName}
      isActive={active === 0}
      activeClass={styles.active}
      onToggle={onToggle}
    />
  );
}
