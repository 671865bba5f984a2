import { Combobox, Field } from '@grafana/ui';
import { t } from '@grafana/i18n';
import type { ShapeName } from '@gpuscope/aggregation/logs';
import { useId, useState } from 'react';
import { ChoiceField } from './ChoiceField.js';
import { Part } from './Part.js';
import { PlainField } from './PlainField.js';
import { shapeOptions } from './shapes.js';
import type { SettingsEdits } from './useSettings.js';

const clusterWays = () => [
  { value: 'name' as const, label: t('config.records.oneCluster', 'One cluster') },
  { value: 'field' as const, label: t('config.records.byField', 'A field tells') },
];

function ClusterFields({ edits }: { readonly edits: SettingsEdits }) {
  const { settings, isReadOnly, change } = edits;
  const [way, setWay] = useState<'name' | 'field'>(
    settings.clusterField === undefined ? 'name' : 'field',
  );
  return (
    <>
      <ChoiceField
        label={t('config.records.cluster', 'Clusters')}
        description={t(
          'config.records.clusterHelp',
          'The name under which the metrics know the cluster too',
        )}
        options={clusterWays()}
        value={way}
        disabled={isReadOnly}
        onChange={(chosen) => {
          setWay(chosen);
          change(chosen === 'name' ? { clusterField: undefined } : { cluster: undefined });
        }}
      />
      {way === 'name' ? (
        <PlainField
          label={t('config.records.clusterName', 'Name of the cluster')}
          placeholder="main"
          value={settings.cluster}
          disabled={isReadOnly}
          onChange={(cluster) => change({ cluster })}
        />
      ) : (
        <PlainField
          label={t('config.records.clusterField', 'Field that holds the name of the cluster')}
          placeholder="kubernetes.cluster_name"
          value={settings.clusterField}
          disabled={isReadOnly}
          onChange={(clusterField) => change({ clusterField })}
        />
      )}
    </>
  );
}

/** How the records are made. */
export function RecordsPart({ edits }: { readonly edits: SettingsEdits }) {
  const { settings, isReadOnly, change } = edits;
  const shapeId = useId();
  return (
    <Part
      title={t('config.records.title', 'Records')}
      description={t(
        'config.records.help',
        'Shippers write pod, app and level into different fields. Which ones is found out; the test below says what was found.',
      )}
    >
      <Field noMargin htmlFor={shapeId} label={t('config.records.shape', 'Shape of the records')}>
        <Combobox<ShapeName | 'auto'>
          id={shapeId}
          options={shapeOptions()}
          value={settings.shape ?? 'auto'}
          disabled={isReadOnly}
          onChange={({ value }) => change({ shape: value === 'auto' ? undefined : value })}
        />
      </Field>
      <ClusterFields edits={edits} />
      <PlainField
        label={t('config.records.prometheus', 'Prometheus')}
        description={t(
          'config.records.prometheusHelp',
          'Asked for the pods of an app where the records do not tell; empty: it is not asked',
        )}
        placeholder="http://prometheus.monitoring:9090"
        value={settings.prometheusUrl}
        disabled={isReadOnly}
        onChange={(prometheusUrl) => change({ prometheusUrl })}
      />
    </Part>
  );
}
