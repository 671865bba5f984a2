import { Field, TextArea } from '@grafana/ui';
import { useId } from 'react';

interface PasteFieldProps {
  readonly label: string;
  readonly description: string;
  readonly value: string;
  readonly rows: number;
  /** What is wrong with what is written. */
  readonly problem: string | undefined;
  readonly onChange: (text: string) => void;
}

/** A place for a text that somebody copies from elsewhere. */
export function PasteField(props: PasteFieldProps) {
  const { label, description, value, rows, problem, onChange } = props;
  const id = useId();
  return (
    <Field
      noMargin
      label={label}
      description={description}
      htmlFor={id}
      invalid={problem !== undefined}
      error={problem}
    >
      <TextArea
        id={id}
        rows={rows}
        spellCheck={false}
        style={{ fontFamily: 'monospace' }}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </Field>
  );
}
