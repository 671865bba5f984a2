import { filePath, list, mapping } from './fields.js';
import { oneKind } from './kinds.js';
import type { HolderSite } from './site.js';

/** Where the kubelet listens unless its root directory was moved. */
const POD_RESOURCES_SOCKET = '/var/lib/kubelet/pod-resources/kubelet.sock';

const holder = oneKind<HolderSite>(
  {
    podResources: mapping({ socket: filePath.default(POD_RESOURCES_SOCKET) }).transform(
      ({ socket }): HolderSite => ({ kind: 'podResources', socket }),
    ),
    dcgmLabels: mapping({}).transform((): HolderSite => ({ kind: 'dcgmLabels' })),
    hosts: mapping({}).transform((): HolderSite => ({ kind: 'hosts' })),
  },
  { what: 'holder', planned: ['annotations', 'processes', 'slurm'] },
);

export const DEFAULT_HOLDERS: readonly HolderSite[] = [
  { kind: 'podResources', socket: POD_RESOURCES_SOCKET },
  { kind: 'dcgmLabels' },
];

/** `exporter.holders` */
export const holders = list('holders', holder).superRefine((found, context) => {
  found.forEach(({ kind }, index) => {
    if (found.findIndex((other) => other.kind === kind) === index) return;
    context.addIssue({ code: 'custom', path: [index], message: `names ${kind} a second time` });
  });
});
