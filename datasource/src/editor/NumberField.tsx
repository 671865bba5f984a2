import { t } from '@grafana/i18n';
import { TextField } from './TextField.js';

export interface NumberFieldProps {
  readonly label: string;
  readonly value: number | undefined;
  /** What holds where nothing is written. */
  readonly standard?: number;
  readonly max: number;
  readonly description?: string;
  readonly disabled?: boolean;
  readonly width?: number;
  readonly onCommit: (value: number | undefined) => void;
  readonly onEnter?: () => void;
}

/** A whole number from 1 up; empty is the standard. */
export function NumberField({ value, standard, max, onCommit, ...props }: NumberFieldProps) {
  const problemOf = (text: string): string | undefined => {
    const number = Number(text);
    const isFine = text === '' || (Number.isInteger(number) && number >= 1 && number <= max);
    return isFine
      ? undefined
      : t('number.problem', 'A whole number from 1 to {{max}}', { max: max.toLocaleString() });
  };
  return (
    <TextField
      {...props}
      type="number"
      min={1}
      max={max}
      value={value === undefined ? '' : String(value)}
      placeholder={standard === undefined ? '' : String(standard)}
      problemOf={problemOf}
      onCommit={(text) => onCommit(text === '' ? undefined : Number(text))}
    />
  );
}
