import { LOG_LEVELS } from '@gpuscope/aggregation/logs';
import { useMemo } from 'react';
import type { ListKey } from '../query/lists.js';
import { NAME_OF_LIST, listOf, withList } from '../query/lists.js';
import type { Within } from '../values/useOptions.js';
import { useValueOptions } from '../values/useOptions.js';
import { NamesField } from './NamesField.js';
import { anyText, levelText, nameText } from './nameTexts.js';
import type { Edits } from './useEdits.js';

export interface ListFieldProps {
  readonly list: ListKey;
  readonly edits: Edits;
  readonly within: Omit<Within, 'selection'>;
}

/** One list of the selection: its rows are counted within all that is chosen besides. */
export function ListField({ list, edits, within }: ListFieldProps) {
  const { selection } = edits.query;
  const name = NAME_OF_LIST[list];
  const found = useValueOptions(name, { ...within, selection: withList(selection, list, []) });
  const levels = useMemo(
    () => [...LOG_LEVELS, 'unknown'].map((value) => ({ value, label: levelText(value) })),
    [],
  );
  return (
    <NamesField
      label={nameText(name)}
      values={listOf(selection, list)}
      options={list === 'levels' ? levels : found}
      placeholder={anyText(list)}
      onChange={(values) => edits.select(withList(edits.query.selection, list, values))}
    />
  );
}
