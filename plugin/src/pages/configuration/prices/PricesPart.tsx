import type { Prices } from '@gpuscope/dashboards';
import { t } from '@grafana/i18n';
import { Field, Input } from '@grafana/ui';
import { useId } from 'react';
import type { AppSettings } from '../../../settings/appSettings.js';
import { pricesOf } from '../../../settings/prices.js';
import { Part } from '../Part.js';
import { SaveButton } from '../saving/SaveButton.js';
import { useSaving } from '../saving/useSaving.js';
import { withPrice } from './changed.js';
import { PriceField } from './PriceField.js';
import { useModels } from './useModels.js';

interface PricesPartProps {
  readonly settings: AppSettings;
  /** `uid` of the Prometheus that knows which models there are. */
  readonly metricsUid: string | undefined;
  readonly onChange: (settings: AppSettings) => void;
}

function CurrencyField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (currency: string) => void;
}) {
  const id = useId();
  return (
    <Field
      noMargin
      label={t('config.prices.currency', 'Currency')}
      description={t('config.prices.currencyHelp', 'As it stands before an amount')}
      htmlFor={id}
    >
      <Input
        id={id}
        width={20}
        maxLength={8}
        placeholder="€"
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </Field>
  );
}

/** What a GPU-hour costs: pages then say what apps, users and tenants cost, too. */
export function PricesPart({ settings, metricsUid, onChange }: PricesPartProps) {
  const { saving, save, forget } = useSaving();
  const prices: Prices = pricesOf(settings) ?? { currency: settings.prices?.currency ?? '' };
  const { currency, perGpuHour, models = {} } = prices;
  const known = useModels(metricsUid);
  const named = [...new Set([...known, ...Object.keys(models)])].sort();
  const change = (changed: Prices) => {
    forget();
    onChange({ ...settings, prices: changed });
  };
  return (
    <Part
      title={t('config.prices.title', 'Prices')}
      description={t(
        'config.prices.help',
        'What a GPU-hour costs. With a price, App, User and Waste say money beside GPU-hours. Everybody who may open the app can read it.',
      )}
    >
      <CurrencyField
        value={currency}
        onChange={(changed) => change({ ...prices, currency: changed })}
      />
      <PriceField
        label={t('config.prices.all', 'A GPU-hour')}
        description={t('config.prices.allHelp', 'On every model that has no price of its own')}
        currency={currency}
        price={perGpuHour}
        onChange={(price) => change(withPrice(prices, undefined, price))}
      />
      {named.map((model) => (
        <PriceField
          key={model}
          label={model}
          currency={currency}
          price={models[model]}
          onChange={(price) => change(withPrice(prices, model, price))}
        />
      ))}
      <SaveButton
        saving={saving}
        name={t('config.prices.save', 'Save prices')}
        onSave={() => void save(settings)}
      />
    </Part>
  );
}
