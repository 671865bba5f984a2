import { t } from '@grafana/i18n';
import { Field, Input } from '@grafana/ui';
import { useId, useState } from 'react';
import { readPrice } from './changed.js';

interface PriceFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly currency: string;
  readonly price: number | undefined;
  readonly onChange: (price: number | undefined) => void;
}

/** A price of a GPU-hour; what is no price is said so and kept from the settings. */
export function PriceField({ label, description, currency, price, onChange }: PriceFieldProps) {
  const id = useId();
  const [text, setText] = useState(price === undefined ? '' : String(price));
  const isBad = readPrice(text) === 'bad';
  const change = (written: string) => {
    setText(written);
    const read = readPrice(written);
    if (read !== 'bad') onChange(read);
  };
  return (
    <Field
      noMargin
      label={label}
      {...(description === undefined ? {} : { description })}
      htmlFor={id}
      invalid={isBad}
      error={t('config.prices.bad', 'A number from 0 on, such as 2.50')}
    >
      <Input
        id={id}
        width={20}
        inputMode="decimal"
        prefix={currency}
        value={text}
        onChange={({ currentTarget }) => change(currentTarget.value)}
      />
    </Field>
  );
}
