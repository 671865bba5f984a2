import type { OptionRow } from './command.js';

/** Options that say what to read; the same for every command that reads. */
export const SITE_OPTIONS: readonly OptionRow[] = [
  { name: 'config', value: 'FILE', help: 'gpuscope.yaml; what follows here overrides it' },
  { name: 'role', value: 'ROLE', help: 'node (default) or cluster' },
  { name: 'node', value: 'NAME', help: "this node's name; the host's name unless given" },
  { name: 'dcgm', value: 'URL', help: "dcgm-exporter's address, as http://127.0.0.1:9400/metrics" },
  { name: 'nvml', help: "reads the driver's own library; no dcgm-exporter is needed" },
  { name: 'replay', value: 'FILE', help: 'an exposition or a recording in place of a GPU' },
  {
    name: 'pods',
    value: 'FILE',
    help: 'pods and namespaces, as kubectl get pods,ns -A -o json prints them',
  },
];

export const LISTEN_OPTION: OptionRow = {
  name: 'listen',
  value: 'ADDRESS',
  help: 'such as :9410 (default) or 127.0.0.1:9410',
};

export const LOG_OPTION: OptionRow = {
  name: 'log-level',
  value: 'LEVEL',
  help: 'trace, debug, info (default), warn, error or silent; JSON lines on standard error',
};
