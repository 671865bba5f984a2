import { Field, RadioButtonGroup } from '@grafana/ui';

export interface ChoiceFieldProps<T extends string> {
  readonly label: string;
  readonly description?: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly disabled: boolean;
  readonly onChange: (value: T) => void;
}

/** One of a few. */
export function ChoiceField<T extends string>(props: ChoiceFieldProps<T>) {
  const { label, description, options, value, disabled, onChange } = props;
  return (
    <Field noMargin label={label} description={description}>
      <div>
        <RadioButtonGroup<T>
          aria-label={label}
          options={[...options]}
          value={value}
          disabled={disabled}
          onChange={onChange}
        />
      </div>
    </Field>
  );
}
