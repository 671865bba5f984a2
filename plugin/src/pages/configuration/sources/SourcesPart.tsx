import { t } from '@grafana/i18n';
import { getDataSourceSrv } from '@grafana/runtime';
import { Alert, Button, Combobox, Field, Stack } from '@grafana/ui';
import { useId, useState } from 'react';
import type { AppSettings } from '../../../settings/appSettings.js';
import { Part } from '../Part.js';
import type { SourceField } from './fields.js';
import { sourceFields } from './fields.js';
import { reasonOf, saveSettings } from './save.js';

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

type Saving = 'no' | 'now' | 'done' | { readonly failed: string };

function Saved({ saving }: { readonly saving: Saving }) {
  if (saving === 'done') {
    return (
      <Alert
        severity="success"
        title={t('config.sources.saved', 'Saved. Pages ask these sources from their next load on.')}
        buttonContent={t('config.sources.reload', 'Load anew')}
        onRemove={() => window.location.reload()}
      />
    );
  }
  return typeof saving === 'object' ? (
    <Alert severity="error" title={t('config.sources.failed', 'Grafana did not keep the choice')}>
      {saving.failed}
    </Alert>
  ) : null;
}

interface SourcesPartProps {
  readonly settings: AppSettings;
  readonly onChange: (settings: AppSettings) => void;
}

/** Which data sources the pages ask. */
export function SourcesPart({ settings, onChange }: SourcesPartProps) {
  const [saving, setSaving] = useState<Saving>('no');
  const change = (part: AppSettings) => {
    setSaving('no');
    onChange({ ...settings, ...part });
  };
  const save = async () => {
    setSaving('now');
    try {
      await saveSettings(settings);
      setSaving('done');
    } catch (error) {
      setSaving({ failed: reasonOf(error) });
    }
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
      <Stack>
        <Button disabled={saving === 'now'} onClick={() => void save()}>
          {t('config.sources.save', 'Save')}
        </Button>
      </Stack>
      <Saved saving={saving} />
    </Part>
  );
}
