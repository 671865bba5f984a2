import { Field, Input } from '@grafana/ui';
import type { KeyboardEvent, ReactNode } from 'react';
import { useEffect, useId, useState } from 'react';
import { HelpLabel } from './HelpLabel.js';

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly description?: ReactNode;
  /** Explained on hover and focus, beside the name. */
  readonly help?: string;
  readonly disabled?: boolean;
  readonly isCode?: boolean;
  readonly suffix?: ReactNode;
  readonly type?: 'text' | 'number';
  readonly width?: number;
  readonly min?: number;
  readonly max?: number;
  /** What is wrong with a text; such a text is not handed on. */
  readonly problemOf?: (text: string) => string | undefined;
  /** Called when the field is left or Enter is pressed, with a text that changed. */
  readonly onCommit: (text: string) => void;
  /** Called after Enter. */
  readonly onEnter?: () => void;
}

/** A field that keeps what is typed to itself until it is done. */
export function TextField({ value, onCommit, onEnter, problemOf, ...props }: TextFieldProps) {
  const { label, description, help, isCode, width, ...input } = props;
  const id = useId();
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  const problem = problemOf?.(draft);

  const commit = () => {
    if (draft !== value && problem === undefined) onCommit(draft);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While a Chinese word is being put together, Enter only takes the word.
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    commit();
    if (problem === undefined) onEnter?.();
  };
  return (
    <Field
      noMargin
      htmlFor={id}
      label={help === undefined ? label : <HelpLabel htmlFor={id} text={label} help={help} />}
      description={description}
      invalid={problem !== undefined}
      error={problem}
    >
      <Input
        {...input}
        {...(width === undefined ? {} : { width })}
        id={id}
        value={draft}
        aria-invalid={problem !== undefined}
        spellCheck={false}
        autoComplete="off"
        style={isCode === true ? { fontFamily: 'monospace' } : {}}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={onKeyDown}
      />
    </Field>
  );
}
