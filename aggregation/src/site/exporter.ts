import { list, mapping, someText, yesOrNo } from './fields.js';
import { DEFAULT_HOLDERS, holders } from './holders.js';
import { hosts } from './hosts.js';
import { duration } from './measures.js';
import { listenAddress } from './network.js';
import { nodeLabels } from './nodeLabels.js';
import type { Mistake } from './nvmlMistakes.js';
import { nvmlMistakes } from './nvmlMistakes.js';
import { pods } from './pods.js';
import { resources } from './resources.js';
import type { ExporterSite, HolderSite, PodsSite } from './site.js';
import { source } from './sources/index.js';

/** Machines of which only the host registry and their processes tell who holds them need no Kubernetes. */
function defaultPods(holders: readonly HolderSite[]): PodsSite {
  const machine =
    holders.length > 0 && holders.every(({ kind }) => kind === 'hosts' || kind === 'processes');
  return machine ? { kind: 'none' } : { kind: 'kubernetes' };
}

/** The section `exporter`. */
export const exporter = mapping({
  listen: listenAddress.default({ host: '', port: 9410 }),
  node: someText('the name of this node').exactOptional(),
  interval: duration('1s', '10m').default(15_000),
  dropAfter: duration('1s', '1h').default(60_000),
  emitClusterLabel: yesOrNo.default(false),
  sources: list('sources, each of them {dcgm: …}, {nvml: …} or {replay: …}', source).default([]),
  holders: holders.default([...DEFAULT_HOLDERS]),
  pods: pods.exactOptional(),
  hosts: hosts.prefault({}),
  nodeLabels: nodeLabels.prefault({}),
  passthrough: yesOrNo.default(false),
  resources,
}).transform((written, context): ExporterSite => {
  const { interval, dropAfter, pods: podSource, ...rest } = written;
  const complain = ({ path, message }: Mistake) =>
    context.issues.push({ code: 'custom', path: [...path], message, input: undefined });
  const refuse = (key: string, message: string) => complain({ path: [key], message });
  if (dropAfter < interval) {
    refuse(
      'dropAfter',
      `must not be shorter than the interval (${interval / 1000}s), or nothing would be served`,
    );
  }
  if (rest.passthrough) {
    refuse('passthrough', "must be false: serving the source's own lines is not built yet");
  }
  if (rest.holders.some(({ kind }) => kind === 'hosts') && rest.hosts.size === 0) {
    refuse(
      'hosts',
      'is missing or empty, and holders names hosts; say whose machines these are, as in "gpu-vm-*": {tenant: risk}',
    );
  }
  for (const mistake of nvmlMistakes(rest.sources, rest.holders, interval)) complain(mistake);
  return {
    ...rest,
    intervalMs: interval,
    dropAfterMs: dropAfter,
    pods: podSource ?? defaultPods(rest.holders),
  };
});
