import type { RuleGroup } from '../rule.js';

const ACCOUNT = 'cluster, node, model, mig_profile, tenant, namespace, app, user';

const increase = (name: string): { record: string; expr: string } => ({
  record: `account:gpu_${name}:increase5m`,
  expr: `sum by (${ACCOUNT}) (increase(gpu_account_${name}_total[5m]))`,
});

/**
 * What each account was charged in five minutes. The group is evaluated exactly as often as its window is long, so
 * that windows neither overlap nor leave gaps: a month is sum_over_time of these.
 */
export const ACCOUNT_INCREASES: RuleGroup = {
  name: 'gpuscope-account',
  interval: '5m',
  rules: ['allocated_seconds', 'active_seconds', 'energy_joules'].map(increase),
};
