import { board, workload, type AlertCase } from './alertCase.js';

const DEVICE = ['node', 'gpu', 'uuid', 'model'];
const OWNER = ['tenant', 'namespace', 'app', 'user'];

const xid = (
  metric: (name: string, labels: string) => string,
  name: string,
  code: string,
): string => metric(name, `xid="${code}"`);

/** promtool's clock starts at 0, so a time stamp is the age of the test. */
export const HARDWARE_CASES: readonly AlertCase[] = [
  {
    alert: 'GpuXidCritical',
    fires: { [xid(board, 'gpu_xid_last_timestamp_seconds', '79')]: '1200x30' },
    silent: {
      [xid(board, 'gpu_xid_last_timestamp_seconds', '79')]: '60x30',
      [xid(board, 'gpu_xid_last_timestamp_seconds', '31')]: '1200x30',
    },
    at: '25m',
    carries: [...DEVICE, 'xid'],
  },
  {
    alert: 'GpuXidWarning',
    fires: { [xid(board, 'gpu_xid_last_timestamp_seconds', '94')]: '1200x30' },
    silent: { [xid(board, 'gpu_xid_last_timestamp_seconds', '95')]: '1200x30' },
    at: '25m',
    carries: [...DEVICE, 'xid'],
  },
  {
    alert: 'GpuXidApplicationFault',
    fires: { [xid(workload, 'gpu_workload_xid_last_timestamp_seconds', '31')]: '1200x30' },
    silent: { [xid(workload, 'gpu_workload_xid_last_timestamp_seconds', '79')]: '1200x30' },
    at: '25m',
    carries: [...OWNER, 'xid'],
  },
  {
    alert: 'GpuEccUncorrectable',
    fires: { [board('gpu_ecc_errors_total', 'kind="uncorrectable", scope="volatile"')]: '2x10' },
    silent: {
      [board('gpu_ecc_errors_total', 'kind="uncorrectable", scope="volatile"')]: '0x10',
      [board('gpu_ecc_errors_total', 'kind="correctable", scope="volatile"')]: '90x10',
      [board('gpu_ecc_errors_total', 'kind="uncorrectable", scope="aggregate"')]: '7x10',
    },
    at: '5m',
    carries: DEVICE,
  },
  {
    alert: 'GpuRowRemapFailure',
    fires: { [board('gpu_row_remap_failure')]: '1x10' },
    silent: { [board('gpu_row_remap_failure')]: '0x10' },
    at: '5m',
    carries: DEVICE,
  },
  {
    alert: 'GpuRowRemapPending',
    fires: { [board('gpu_row_remap_pending')]: '1x10' },
    silent: { [board('gpu_row_remap_pending')]: '1 1 1 0x7' },
    at: '8m',
    carries: DEVICE,
  },
  {
    alert: 'GpuNvlinkErrors',
    fires: { [board('gpu_nvlink_errors_total', 'kind="replay"')]: '4x20 7x20' },
    silent: { [board('gpu_nvlink_errors_total', 'kind="replay"')]: '4x40' },
    at: '35m',
    carries: [...DEVICE, 'kind'],
  },
  {
    alert: 'GpuPcieReplays',
    fires: { [board('gpu_pcie_replays_total')]: '0+2x60' },
    silent: { [board('gpu_pcie_replays_total')]: '0+0.5x60' },
    at: '50m',
    carries: DEVICE,
  },
  {
    alert: 'GpuMissing',
    fires: {
      [board('gpu_info', 'driver_version="570"')]: '1x10 _x30',
      'gpu_node_info{node="n1", pool="a", rack="r"}': '1x40',
    },
    silent: {
      // The driver was replaced: another series, the same GPU.
      [board('gpu_info', 'driver_version="570"')]: '1x10 _x30',
      [board('gpu_info', 'driver_version="580"')]: '_x11 1x29',
      // The whole node is silent: another alert's affair.
      'gpu_info{node="n2", gpu="0", uuid="GPU-2", model="H100"}': '1x10 _x30',
      'gpu_node_info{node="n1", pool="a", rack="r"}': '1x40',
    },
    at: '30m',
    carries: ['node', 'gpu', 'uuid', 'model'],
  },
];
