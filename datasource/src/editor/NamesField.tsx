import type { ComboboxOption } from '@grafana/ui';
import { Field, MultiCombobox } from '@grafana/ui';
import { useId } from 'react';
import { isChoice } from '../values/options.js';
import type { LoadOptions } from '../values/useOptions.js';

export interface NamesFieldProps {
  readonly label: string;
  readonly values: readonly string[];
  readonly options: LoadOptions | ComboboxOption<string>[];
  readonly placeholder: string;
  readonly description?: string;
  readonly disabled?: boolean;
  readonly onChange: (values: readonly string[]) => void;
}

/** Several names out of a list; a name that is not in the list can be typed, a variable too. */
export function NamesField(props: NamesFieldProps) {
  const { label, values, options, placeholder, description, onChange, disabled = false } = props;
  const id = useId();
  return (
    <Field noMargin label={label} description={description} htmlFor={id}>
      <MultiCombobox<string>
        id={id}
        createCustomValue
        isClearable
        options={options}
        value={[...values]}
        placeholder={placeholder}
        disabled={disabled}
        onChange={(chosen) => {
          if (chosen.every(isChoice)) onChange(chosen.map(({ value }) => value));
        }}
      />
    </Field>
  );
}
