import { RECORDED } from './recorded.js';
import { select } from './select.js';

/** Labels that tell a holder of a device or instance from any other. */
export const HOLDER =
  'cluster, node, gpu, uuid, gpu_instance, tenant, app, user, namespace, pod, container, hpc_job, systemd_unit';

/**
 * When each holder of a scope last used its device, Unix seconds: what our rules record of it, which outlives a restart
 * of the exporter, else what the exporter says.
 */
export const lastActive = (scope: string): string =>
  `(${select(RECORDED.lastActive, scope)} or on (${HOLDER}) ${select('gpu_workload_last_active_timestamp_seconds', scope)})`;
