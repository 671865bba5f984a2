import { Field, Input } from '@grafana/ui';
import { useId } from 'react';

export interface PlainFieldProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly description?: string;
  readonly placeholder?: string;
  readonly disabled: boolean;
  readonly onChange: (text: string) => void;
}

/** A text that is saved with the settings as it is typed. */
export function PlainField({ label, description, value, onChange, ...input }: PlainFieldProps) {
  const id = useId();
  return (
    <Field noMargin label={label} description={description} htmlFor={id}>
      <Input
        {...input}
        id={id}
        value={value ?? ''}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </Field>
  );
}
