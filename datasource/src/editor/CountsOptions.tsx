import { Field, RadioButtonGroup } from '@grafana/ui';
import { t } from '@grafana/i18n';
import { useCallback } from 'react';
import { DEFAULT_TOP } from '../query/defaultQuery.js';
import type { LoadOptions, Within } from '../values/useOptions.js';
import { useFieldOptions } from '../values/useOptions.js';
import { Fields } from './Fields.js';
import { NamesField } from './NamesField.js';
import { nameText } from './nameTexts.js';
import { NumberField } from './NumberField.js';
import type { Edits } from './useEdits.js';

const MOST_GROUPS = 1000;
const MOST_NAMES = 2;

export interface CountsOptionsProps {
  readonly edits: Edits;
  readonly within: Omit<Within, 'selection'>;
  /** What is offered before the fields. */
  readonly names: readonly string[];
}

const forms = () => [
  { value: false, label: t('counts.overTime', 'Over time') },
  { value: true, label: t('counts.instant', 'One number') },
];

/** By what lines are counted, and how many groups of it. */
export function CountsOptions({ edits, within, names }: CountsOptionsProps) {
  const { query } = edits;
  const by = query.by ?? [];
  const fields = useFieldOptions({ ...within, selection: query.selection });
  const options = useCallback<LoadOptions>(
    async (typed) => {
      const known = names
        .map((value) => ({ value, description: nameText(value) }))
        .filter(({ value }) => value.startsWith(typed));
      const found = await fields(typed);
      return [...known, ...found.filter(({ value }) => !names.includes(value))];
    },
    [fields, names],
  );
  return (
    <Fields>
      <NamesField
        label={t('counts.by', 'By')}
        values={by}
        options={options}
        placeholder={t('counts.together', 'All together')}
        {...(by.length >= MOST_NAMES
          ? { description: t('counts.most', 'Two at most; the first two are counted by') }
          : {})}
        onChange={(chosen) => edits.change({ by: chosen.slice(0, MOST_NAMES) })}
      />
      <NumberField
        label={t('counts.top', 'The largest groups')}
        value={query.top}
        standard={DEFAULT_TOP}
        max={MOST_GROUPS}
        disabled={by.length === 0}
        onCommit={(top) => edits.change({ top })}
        onEnter={edits.run}
      />
      {query.show === 'counts' && (
        <Field noMargin label={t('counts.form', 'As')}>
          <RadioButtonGroup
            options={forms()}
            value={query.instant ?? false}
            onChange={(instant) => edits.changeAndRun({ instant: instant || undefined })}
          />
        </Field>
      )}
    </Fields>
  );
}
