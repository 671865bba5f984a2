import { Field, Input } from '@grafana/ui';
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { forwardRef, useEffect, useState } from 'react';

export interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  readonly help: string;
  readonly isCode?: boolean;
  readonly suffix?: ReactNode;
  readonly problemOf?: (text: string) => string | undefined;
  readonly onCommit: (text: string) => void;
}

/** A field that searches when Enter is pressed or it is left, not at every letter. */
export const SearchField = forwardRef(function SearchField(
  { value, label, help, isCode, problemOf, onCommit, ...input }: SearchFieldProps,
  ref: Ref<HTMLInputElement>,
) {
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  const problem = problemOf?.(draft);
  const commit = () => {
    if (draft !== value && problem === undefined) onCommit(draft);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // While a Chinese word is being put together, Enter only takes the word.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape') event.currentTarget.blur();
  };
  return (
    <Field
      noMargin
      invalid={problem !== undefined}
      error={problem}
      style={{ flex: '1 1 120px', minWidth: 0 }}
    >
      <Input
        {...input}
        ref={ref}
        value={draft}
        aria-label={label}
        title={help}
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
});
