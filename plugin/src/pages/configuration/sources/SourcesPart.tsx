import { t } from '@grafana/i18n';
import { getDataSourceSrv } from '@grafana/runtime';
import { Combobox, Field } from '@grafana/ui';
import { useId } from 'react';
import type { AppSettings } from '../../../settings/appSettings.js';
import { Part } from '../Part.js';
import { SaveButton } from '../saving/SaveButton.js';
import { useSaving } from '../saving/useSaving.js';
import type { SourceField } from './fields.js';
import { sourceFields } from './fields.js';

/** Stands for: nothing chosen. */
const NONE = '';

interface ChoiceProps {
  readonly field: SourceField;
  readonly chosen: string | undefined;
  readonly onChoose: (uid: string | undefined) => void;
}

function SourceChoice({ field, chosen, onChoose }: ChoiceProps) {
  const id = useId();
  const { types, label, description, otherwise } = field;
  const sources = getDataSourceSrv().getList({ filter: ({ type }) => types.includes(type) });
  const options = [
    { value: NONE, label: otherwise },
    ...sources.map(({ uid, name, type }) => ({ value: uid, label: name, description: type })),
  ];
  return (
    // As wide as names need, and no wider than a telephone.
    <div style={{ width: '100%', maxWidth: 400 }}>
      <Field noMargin label={label} description={description} htmlFor={id}>
        <Combobox
          id={id}
          options={options}
          value={chosen ?? NONE}
          onChange={({ value }) => onChoose(value === NONE ? undefined : value)}
        />
      </Field>
    </div>
  );
}

interface SourcesPartProps {
  readonly settings: AppSettings;
  readonly onChange: (settings: AppSettings) => void;
}

/** Which data sources the pages ask. */
export function SourcesPart({ settings, onChange }: SourcesPartProps) {
  const { saving, save, forget } = useSaving();
  const change = (part: AppSettings) => {
    forget();
    onChange({ ...settings, ...part });
  };
  return (
    <Part
      title={t('config.sources.title', 'Data sources')}
      description={t('config.sources.help', 'What the pages of this app ask.')}
    >
      {sourceFields().map((field) => (
        <SourceChoice
          key={field.key}
          field={field}
          chosen={settings[field.key]}
          onChoose={(uid) => change({ [field.key]: uid })}
        />
      ))}
      <SaveButton saving={saving} onSave={() => void save(settings)} />
    </Part>
  );
}
