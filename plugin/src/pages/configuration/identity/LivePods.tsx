import { t } from '@grafana/i18n';
import {
  Alert,
  Button,
  FilterInput,
  InteractiveTable,
  LoadingPlaceholder,
  Stack,
  Text,
} from '@grafana/ui';
import type { CellProps, Column } from '@grafana/ui';
import { useMemo, useState } from 'react';
import { filled, formatNumber } from '../../../words/index.js';
import type { LivePod, LivePods as Found } from './livePods.js';
import { useLivePods } from './useLivePods.js';

interface LivePodsProps {
  /** `uid` of the Prometheus. */
  readonly uid: string;
  /** Somebody wants to know why this pod has its names. */
  readonly onExplain: (pod: LivePod) => void;
}

/** Where there are several clusters, a pod's name alone says too little. */
const clusterColumn = (pods: readonly LivePod[]): Column<LivePod>[] =>
  pods.some(({ cluster }) => cluster !== '')
    ? [{ id: 'cluster', header: t('pages.columns.cluster', 'Cluster') }]
    : [];

const columnsOf = (onExplain: LivePodsProps['onExplain']): Column<LivePod>[] => [
  { id: 'namespace', header: t('config.identity.namespace', 'Namespace') },
  { id: 'pod', header: t('config.identity.pod', 'Pod') },
  { id: 'owner', header: t('config.identity.owner', 'Workload') },
  { id: 'tenant', header: t('config.identity.tenant', 'Tenant') },
  { id: 'app', header: t('config.identity.app', 'App') },
  { id: 'user', header: t('config.identity.user', 'User') },
  {
    id: 'why',
    header: '',
    cell: ({ row }: CellProps<LivePod>) => (
      <Button
        size="sm"
        variant="secondary"
        fill="text"
        aria-label={`${t('config.identity.why', 'Why?')} ${row.original.pod}`}
        onClick={() => onExplain(row.original)}
      >
        {t('config.identity.why', 'Why?')}
      </Button>
    ),
  },
];

const summary = ({ pods, total, nameless }: Found): string =>
  t(
    'config.identity.summary',
    '{{shown}} of {{total}} pods are shown; of all, {{nameless}} have no app.',
    filled({
      shown: formatNumber(pods.length, 0),
      total: formatNumber(total, 0),
      nameless: formatNumber(nameless, 0),
    }),
  );

function Rows({ found, onExplain }: { readonly found: Found } & Pick<LivePodsProps, 'onExplain'>) {
  const columns = useMemo(
    () => [...clusterColumn(found.pods), ...columnsOf(onExplain)],
    [found, onExplain],
  );
  if (found.pods.length === 0) {
    return <Text>{t('config.identity.noPods', 'No pod has such a name now.')}</Text>;
  }
  return (
    <>
      <Text color="secondary">{summary(found)}</Text>
      <InteractiveTable
        columns={columns}
        data={[...found.pods]}
        // A pod whose names have just changed is there twice for a while.
        getRowId={(pod) => JSON.stringify(pod)}
      />
    </>
  );
}

/** Pods that run now, with the names that the site's rules give them. */
export function LivePods({ uid, onExplain }: LivePodsProps) {
  const [search, setSearch] = useState('');
  const live = useLivePods(uid, search);
  return (
    <Stack direction="column" gap={1}>
      <FilterInput
        width={40}
        value={search}
        onChange={setSearch}
        placeholder={t('config.identity.search', "Part of a pod's name")}
      />
      {live.state === 'asking' && (
        <LoadingPlaceholder text={t('config.identity.asking', 'Asking for pods')} />
      )}
      {live.state === 'failed' && (
        <Alert
          severity="error"
          title={t('config.identity.failed', 'The pods could not be asked for')}
        >
          {live.reason}
        </Alert>
      )}
      {live.state === 'there' && <Rows found={live.found} onExplain={onExplain} />}
    </Stack>
  );
}
