import { t } from '@grafana/i18n';
import { ChoiceField } from './ChoiceField.js';
import { NodesField } from './NodesField.js';
import { Part } from './Part.js';
import { PlainField } from './PlainField.js';
import type { SettingsEdits } from './useSettings.js';

const products = () => [
  { value: 'found' as const, label: t('config.store.found', 'Find out') },
  { value: 'elasticsearch' as const, label: 'Elasticsearch' },
  { value: 'opensearch' as const, label: 'OpenSearch' },
];

/** Where the lines are kept. */
export function StorePart({ edits }: { readonly edits: SettingsEdits }) {
  const { settings, isReadOnly, change } = edits;
  return (
    <Part
      title={t('config.store.title', 'Log store')}
      description={t(
        'config.store.help',
        'Elasticsearch 8 or 9, OpenSearch from 2.6, and, for reading, Elasticsearch 6.8 and 7.',
      )}
    >
      <NodesField
        nodes={settings.nodes ?? []}
        disabled={isReadOnly}
        onChange={(nodes) => change({ nodes })}
      />
      <PlainField
        label={t('config.store.index', 'Index')}
        description={t(
          'config.store.indexHelp',
          'A pattern; several are parted by commas, those of other clusters as cluster:pattern',
        )}
        placeholder="logstash-*,ks-logstash-log-*"
        value={settings.index}
        disabled={isReadOnly}
        onChange={(index) => change({ index })}
      />
      <ChoiceField
        label={t('config.store.product', 'Product')}
        options={products()}
        value={settings.product ?? 'found'}
        disabled={isReadOnly}
        onChange={(product) => change({ product: product === 'found' ? undefined : product })}
      />
    </Part>
  );
}
