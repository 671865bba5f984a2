import type { PanelText } from '../../spec/panelText.js';

const noRules = 'Our recording rules are not loaded, or not for five minutes yet.';
const noHolders =
  'No tenant of the choice holds a GPU now, or no holder source knows; the board GPU exporter says which source fails.';

export const waste = {
  title: 'GPU waste and capacity',
  description: 'What could we give back, and when is it not enough any more?',
  sections: {
    unused: 'What is held and not used?',
    rightSize: 'Who asked for more than they need?',
    forecast: 'When is it full?',
    month: 'Who took how much?',
  },
  panels: {
    unused: {
      title: 'Held, and not used for long',
      question: 'How many GPUs could be given back?',
      how: 'GPUs whose holder has not used them for 2 hours, a day, a week (workload:gpu_last_active_timestamp_seconds:max). A holder that never used its GPU counts from its own start. Without our recording rules, all times begin anew when the exporter restarts.',
      ifEmpty: noHolders,
    },
    unusedOverTime: {
      title: 'Held and not used, over time',
      question: 'Does it get better or worse?',
      how: 'GPUs held, and those not used for 2 hours and for a day at each moment.',
      ifEmpty: noHolders,
    },
    unusedTenants: {
      title: 'Unused for 2 hours and more, by tenant',
      question: 'Which tenants should be asked?',
      how: 'GPUs that a tenant holds, and those of them not used for 2 hours, a day, a week. Tenants without any are left out.',
      ifEmpty: 'Every GPU that is held was used within 2 hours.',
    },
    unusedOwners: {
      title: 'Unused for 2 hours and more, by owner',
      question: 'Whom do I talk to?',
      how: 'As by tenant, for each user and app. Click a name to open its board.',
      ifEmpty: 'Every GPU that is held was used within 2 hours.',
    },
    unusedDevices: {
      title: 'Which GPUs lie unused',
      question: 'Which pod is to be ended?',
      how: 'A row for each GPU or MIG instance that its holder has not used for 2 hours, the longest 200. A pod with four GPUs that uses one has three rows.',
      ifEmpty: 'Every GPU that is held was used within 2 hours.',
    },
    tooMany: {
      title: 'Could do with fewer GPUs',
      question: 'Who holds four and never used more than one?',
      how: 'Pods that run for an hour or longer. Ever worked: GPUs that were over 5 % busy for once in 24 hours. Most at once: the highest sum of their use in 24 hours. Could be returned: held, less the most at once rounded up to whole GPUs.',
      ifEmpty: 'Nobody holds more whole GPUs than the most they used at once in 24 hours.',
    },
    tooLarge: {
      title: 'Would fit into less of a GPU',
      question: 'Who could take a MIG instance or a shared GPU instead?',
      how: 'Pods that run for an hour or longer and never used more than 40 % of their GPUs nor of their memory in 24 hours. Look at peaks before you act: a model that loads twice a day needs its memory then.',
      ifEmpty: 'Everybody used more than 40 % of what they hold at least once in 24 hours.',
    },
    pools: {
      title: 'When each pool is full',
      question: 'When must we buy or move?',
      how: 'A straight line through the hourly GPUs held of the last 7 days, from the mean of the last 24 hours up to the number of GPUs in the pool. Not in sight: what is held does not grow, or would take longer than a year. Too little history: less than a day is recorded. Pools come from gpu_node_info; nodes without one stand in a row without a name.',
      ifEmpty: `${noRules} It reads node:gpus:count and node:gpu_workload_allocated_gpus:sum.`,
    },
    demand: {
      title: 'What is held and asked for, and where it leads',
      question: 'Is demand ahead of what there is?',
      how: 'GPUs held; the same with what waiting pods ask for (in units of the resource: a MIG instance is one); what the line through 7 days says for four weeks later, once a day is known; the dashed line is the number of GPUs.',
      ifEmpty: noRules,
    },
    byTenant: {
      title: 'GPU-hours by tenant',
      question: 'Who took most?',
      how: 'Recorded five-minute increases of gpu_account_allocated_seconds_total over the time range of the board, the largest 15.',
      ifEmpty: noRules,
    },
    idleByTenant: {
      title: 'Idle GPU-hours by tenant',
      question: 'Who took most for nothing?',
      how: 'GPU-hours held less GPU-hours used, over the time range of the board.',
      ifEmpty: noRules,
    },
    month: {
      title: 'GPU-hours by tenant, app and user',
      question: 'What is to be charged to whom?',
      how: 'Sums over the time range of the board: choose “Previous month” for a month’s bill. Held: what a price applies to; used: weighted by utilisation; idle: the rest. Per model and MIG profile, since prices differ. For CSV: the panel’s menu, Inspect, Data, Download CSV.',
      ifEmpty: noRules,
    },
  } satisfies Record<string, PanelText>,
} as const;
