/** Series of others that boards use, with who serves them. */
export const FOREIGN_METRICS = {
  ALERTS: 'Prometheus',
  up: 'Prometheus',
  scrape_duration_seconds: 'Prometheus',
  process_start_time_seconds: 'our exporter, by its client library',
  process_resident_memory_bytes: 'our exporter, by its client library',
  kube_node_status_allocatable: 'kube-state-metrics',
  kube_pod_container_resource_requests: 'kube-state-metrics',
  kube_pod_container_status_restarts_total: 'kube-state-metrics',
  kube_resourcequota: 'kube-state-metrics',
  kube_pod_status_phase: 'kube-state-metrics',
  container_cpu_usage_seconds_total: 'cadvisor (kubelet)',
  container_memory_working_set_bytes: 'cadvisor (kubelet)',
  node_cpu_seconds_total: 'node-exporter',
  node_memory_MemTotal_bytes: 'node-exporter',
  node_memory_MemAvailable_bytes: 'node-exporter',
  node_filesystem_size_bytes: 'node-exporter',
  node_filesystem_avail_bytes: 'node-exporter',
  node_network_receive_bytes_total: 'node-exporter',
  node_network_transmit_bytes_total: 'node-exporter',
  node_disk_io_time_seconds_total: 'node-exporter',
} as const;

export type ForeignMetric = keyof typeof FOREIGN_METRICS;
