import type { RuleGroup } from '../rule.js';

const HOLDER =
  'cluster, node, gpu, uuid, gpu_instance, model, mig_profile, tenant, app, user, namespace, pod, container, hpc_job, systemd_unit';

const SEEN = 'gpu_workload_last_active_timestamp_seconds';
const RECORD = 'workload:gpu_last_active_timestamp_seconds:max';

/** An exporter that has just started takes its own start for the last use, so far as it has seen none. */
const JUST_STARTED_SECONDS = 60;

const STARTED = `max by (cluster, instance, job) (process_start_time_seconds{job=~".*gpuscope.*"})`;

/**
 * When each holder last used its device, whatever became of the exporter since: what was seen after the exporter's
 * start; else what was recorded before, for as long as the holder has it; else what the exporter says.
 */
export const LAST_ACTIVE: RuleGroup = {
  name: 'gpuscope-last-active',
  rules: [
    {
      record: RECORD,
      expr: [
        `max by (${HOLDER}) (${SEEN} > on (cluster, instance, job) group_left () (${STARTED} + ${String(JUST_STARTED_SECONDS)}))`,
        `(last_over_time(${RECORD}[1h]) and on (${HOLDER}) max by (${HOLDER}) (${SEEN}))`,
        `max by (${HOLDER}) (${SEEN})`,
      ].join(' or '),
    },
  ],
};
