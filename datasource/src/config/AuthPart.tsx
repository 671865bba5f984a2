import { Field, SecretInput, TextArea } from '@grafana/ui';
import { t } from '@grafana/i18n';
import { useId } from 'react';
import { ChoiceField } from './ChoiceField.js';
import { Part } from './Part.js';
import { PlainField } from './PlainField.js';
import type { SecretName, SettingsEdits } from './useSettings.js';

const ways = () => [
  { value: 'none' as const, label: t('config.auth.none', 'None') },
  { value: 'basic' as const, label: t('config.auth.basic', 'User and password') },
  { value: 'apiKey' as const, label: t('config.auth.apiKey', 'API key') },
];

interface SecretFieldProps {
  readonly edits: SettingsEdits;
  readonly name: SecretName;
  readonly label: string;
  readonly description?: string;
}

function SecretField({ edits, name, label, description }: SecretFieldProps) {
  const id = useId();
  return (
    <Field noMargin label={label} description={description} htmlFor={id}>
      <SecretInput
        id={id}
        autoComplete="new-password"
        isConfigured={edits.isSaved(name)}
        disabled={edits.isReadOnly}
        value={edits.secretText(name)}
        onReset={() => edits.forgetSecret(name)}
        onChange={(event) => edits.setSecret(name, event.currentTarget.value)}
      />
    </Field>
  );
}

function CaField({ edits }: { readonly edits: SettingsEdits }) {
  const id = useId();
  const { settings, isReadOnly, change } = edits;
  return (
    <Field
      noMargin
      htmlFor={id}
      label={t('config.auth.ca', "Certificate of the store's authority")}
      description={t(
        'config.auth.caHelp',
        'PEM; only where an authority of your own signed the certificate of the store',
      )}
    >
      <TextArea
        id={id}
        rows={4}
        spellCheck={false}
        style={{ fontFamily: 'monospace' }}
        placeholder={'-----BEGIN CERTIFICATE-----'}
        value={settings.caCertificate ?? ''}
        disabled={isReadOnly}
        onChange={({ currentTarget: { value } }) => change({ caCertificate: value })}
      />
    </Field>
  );
}

/** Who this data source is to the store, and how it knows the store. */
export function AuthPart({ edits }: { readonly edits: SettingsEdits }) {
  const { settings, isReadOnly, change } = edits;
  const auth = settings.auth ?? 'none';
  return (
    <Part
      title={t('config.auth.title', 'Login at the store')}
      description={t(
        'config.auth.help',
        'A login that may only read the index is enough. Who may see which lines is decided here, not by this login.',
      )}
    >
      <ChoiceField
        label={t('config.auth.way', 'Login')}
        options={ways()}
        value={auth}
        disabled={isReadOnly}
        onChange={(chosen) => change({ auth: chosen })}
      />
      {auth === 'basic' && (
        <>
          <PlainField
            label={t('config.auth.user', 'User')}
            value={settings.user}
            disabled={isReadOnly}
            onChange={(user) => change({ user })}
          />
          <SecretField
            edits={edits}
            name="password"
            label={t('config.auth.password', 'Password')}
          />
        </>
      )}
      {auth === 'apiKey' && (
        <SecretField
          edits={edits}
          name="apiKey"
          label={t('config.auth.apiKey', 'API key')}
          description={t(
            'config.auth.apiKeyHelp',
            'In the encoded form that Elasticsearch shows when the key is made',
          )}
        />
      )}
      <CaField edits={edits} />
    </Part>
  );
}
