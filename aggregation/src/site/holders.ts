import { filePath, list, mapping, text, wholeNumber } from './fields.js';
import { oneKind } from './kinds.js';
import type { HolderSite } from './site.js';

/** Where the kubelet listens unless its root directory was moved. */
const POD_RESOURCES_SOCKET = '/var/lib/kubelet/pod-resources/kubelet.sock';

const folder = text('the path of a folder, from the root', (value) =>
  value.startsWith('/') ? value : undefined,
);

const processes = mapping({
  library: filePath.exactOptional(),
  proc: folder.default('/proc'),
  gpustat: folder.default('/run/gpustat'),
  jobMapping: folder.exactOptional(),
  maxUsers: wholeNumber('a number of users from 1 to 100000', 1, 100_000).default(1000),
}).transform((written): HolderSite => ({ kind: 'processes', ...written }));

const holder = oneKind<HolderSite>(
  {
    podResources: mapping({ socket: filePath.default(POD_RESOURCES_SOCKET) }).transform(
      ({ socket }): HolderSite => ({ kind: 'podResources', socket }),
    ),
    dcgmLabels: mapping({}).transform((): HolderSite => ({ kind: 'dcgmLabels' })),
    hosts: mapping({}).transform((): HolderSite => ({ kind: 'hosts' })),
    processes,
  },
  { what: 'holder', planned: ['annotations'] },
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
