import { Combobox, IconButton, MultiCombobox, Stack } from '@grafana/ui';
import { t } from '@grafana/i18n';
import type { FieldFilter } from '@gpuscope/aggregation/logs';
import { useId } from 'react';
import { isChoice } from '../values/options.js';
import type { Within } from '../values/useOptions.js';
import { useFieldOptions, useValueOptions } from '../values/useOptions.js';

export interface FilterRowProps {
  readonly filter: FieldFilter;
  readonly within: Within;
  readonly onChange: (filter: FieldFilter) => void;
  readonly onRemove: () => void;
}

type Op = FieldFilter['op'];

const operators = (): { readonly value: Op; readonly label: string }[] => [
  { value: '=', label: t('filter.is', 'is one of') },
  { value: '!=', label: t('filter.isNot', 'is none of') },
  { value: 'exists', label: t('filter.exists', 'is there') },
  { value: 'missing', label: t('filter.missing', 'is missing') },
];

const needsValues = (op: Op): boolean => op === '=' || op === '!=';

/** One condition on a field. */
export function FilterRow({ filter, within, onChange, onRemove }: FilterRowProps) {
  const fields = useFieldOptions(within);
  const values = useValueOptions(filter.name, within);
  const id = useId();
  return (
    <Stack direction="row" gap={0.5} alignItems="center" wrap="wrap">
      <span hidden id={`${id}-field`}>
        {t('filter.field', 'Field')}
      </span>
      <span hidden id={`${id}-operator`}>
        {t('filter.operator', 'Condition')}
      </span>
      <span hidden id={`${id}-values`}>
        {t('filter.values', 'Values')}
      </span>
      <Combobox
        aria-labelledby={`${id}-field`}
        width={28}
        createCustomValue
        options={fields}
        value={filter.name === '' ? null : filter.name}
        placeholder={t('filter.chooseField', 'Choose a field')}
        onChange={(chosen) => {
          if (isChoice(chosen)) onChange({ ...filter, name: chosen.value, values: [] });
        }}
      />
      <Combobox<Op>
        aria-labelledby={`${id}-operator`}
        width={16}
        options={operators()}
        value={filter.op}
        onChange={({ value }) =>
          onChange({ ...filter, op: value, values: needsValues(value) ? filter.values : [] })
        }
      />
      {needsValues(filter.op) && (
        <MultiCombobox<string>
          aria-labelledby={`${id}-values`}
          width={40}
          createCustomValue
          options={values}
          value={[...filter.values]}
          disabled={filter.name === ''}
          placeholder={t('filter.chooseValues', 'Choose values')}
          onChange={(chosen) => {
            if (!chosen.every(isChoice)) return;
            onChange({ ...filter, values: chosen.map(({ value }) => value) });
          }}
        />
      )}
      <IconButton
        name="times"
        tooltip={t('filter.remove', 'Remove this condition')}
        onClick={onRemove}
      />
    </Stack>
  );
}
