import type { Messages } from '../../messages/messages.js';
import type { Mapping } from '../../spec/mapping.js';
import type { ColumnSpec } from '../../spec/panelSpec.js';
import { labelColumn } from '../columns.js';

/** An exporter; that of a node leads to the node. */
export const instanceColumn = ({ words }: Messages): ColumnSpec =>
  labelColumn('instance', words.exporter, {
    links: [{ to: 'node', title: words.toNode, set: { node: { column: 'instance' } } }],
  });

/** 1 and 0 in words. */
export const upMappings = ({ states }: Messages): readonly Mapping[] => [
  { value: '1', text: states.up, level: 'good' },
  { value: '0', text: states.down, level: 'bad' },
];
