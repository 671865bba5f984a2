import type { Messages } from '../messages/messages.js';
import { CLUSTER, OF_TENANTS, select } from '../promql/select.js';
import type { VariableSpec } from '../spec/variableSpec.js';
import { RANK } from '../panels/overview/top.js';

const ACCOUNT = 'gpu_account_allocated_seconds_total';

const labelValues = (
  name: 'cluster' | 'tenant' | 'app' | 'user' | 'node',
  title: string,
  selector: string,
  start: 'all' | 'first' = 'all',
): VariableSpec => ({ kind: 'labelValues', name, title, selector, label: name, start });

/** The choices that boards offer; each depends on those before it. */
export const variables = ({ words, overview }: Messages) => {
  const { rank } = overview;
  return {
    datasource: { kind: 'datasource', name: 'datasource', title: 'Prometheus' },
    cluster: labelValues('cluster', words.cluster, '{__name__=~"gpu_info|workload_pod_info"}'),
    /** Accounts outlive the pods that were charged: who held a GPU an hour ago is still to be chosen. */
    tenant: labelValues('tenant', words.tenant, select(ACCOUNT, CLUSTER)),
    app: labelValues('app', words.app, select(ACCOUNT, OF_TENANTS)),
    user: labelValues('user', words.user, select(ACCOUNT, OF_TENANTS, 'app=~"$app"')),
    node: labelValues('node', words.node, select('gpu_info', CLUSTER)),
    nodeFirst: labelValues('node', words.node, select('gpu_info', CLUSTER), 'first'),
    rank: {
      kind: 'choice',
      name: 'rank',
      title: rank.title,
      options: [
        { text: rank.held, value: RANK.held },
        { text: rank.used, value: RANK.used },
        { text: rank.unused, value: RANK.unused },
      ],
    },
  } as const satisfies Record<string, VariableSpec>;
};
