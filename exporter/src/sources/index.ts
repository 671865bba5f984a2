import type { DcgmSourceSite, SourceSite } from '@gpuscope/aggregation';
import { normaliseDcgm } from '@gpuscope/aggregation';
import type { Clock } from '../clock.js';
import type { NvmlClient } from '../nvml/client.js';
import type { Source } from '../ports.js';
import type { Players } from '../recording/players.js';
import { createReplaySource } from '../recording/replaySource.js';
import type { Tap } from '../recording/tap.js';
import { createDcgmSource, fixedAddress } from './dcgm.js';
import type { PodFinder } from './dcgmPod.js';
import { podAddress } from './dcgmPod.js';
import type { ProblemListener } from './exposition.js';
import { createNvmlSource } from './nvml.js';
import { isSameHost } from './sameHost.js';

/** What a source may need beside its own settings. */
export interface SourceParts {
  readonly node: string;
  /** This machine's own name: in a pod, what a sidecar's samples carry as their host. */
  readonly hostname: string;
  /** Samples whose own time stamp is older are dropped. */
  readonly dropAfterMs: number;
  /** However long a site allows, a source must not take longer than this. */
  readonly maxTimeoutMs: number;
  readonly clock: Clock;
  readonly onProblems: ProblemListener;
  readonly findPod: PodFinder;
  readonly players: Players;
  /** Shared by all who ask NVML. */
  readonly nvml: NvmlClient;
  /** Hears what sources say before anything is made of it; only while recording. */
  readonly tap?: Tap;
}

type Kinds = {
  readonly [Kind in SourceSite['kind']]: (
    name: string,
    site: Extract<SourceSite, { kind: Kind }>,
    parts: SourceParts,
  ) => Source;
};

function createDcgm(name: string, site: DcgmSourceSite, parts: SourceParts): Source {
  const { at, hostnames, ...rest } = site;
  const target = { ...rest, timeoutMs: Math.min(site.timeoutMs, parts.maxTimeoutMs) };
  const { node, hostname, dropAfterMs: maxAgeMs, clock, onProblems, findPod, tap } = parts;
  const own = [node, hostname, ...hostnames];
  const locator =
    at.kind === 'url'
      ? fixedAddress({ ...target, url: at.url })
      : podAddress({ ...at, node, target, findPod });
  return createDcgmSource({
    name,
    node,
    locator,
    normalise: (aliases) => (exposition) =>
      normaliseDcgm(exposition, {
        acceptHost: (host) => [...own, ...aliases].some((known) => isSameHost(known, host)),
        nowMs: clock.nowMs(),
        maxAgeMs,
      }),
    onProblems,
    ...(tap !== undefined && {
      onText: (text, foreignHosts) => tap.exposition(name, text, foreignHosts),
    }),
  });
}

/** One line per kind. */
const SOURCES: Kinds = {
  dcgm: createDcgm,
  nvml: (name, _, { nvml }) => createNvmlSource(name, nvml),
  replay: (name, { file }, { players, onProblems }) =>
    createReplaySource({ name, player: players.of(file), onProblems }),
};

/** Makes the sources of a site, each with a name of its own: `dcgm`, `dcgm-2`, … */
export function createSources(sites: readonly SourceSite[], parts: SourceParts): Source[] {
  const counts = new Map<string, number>();
  return sites.map((site) => {
    const count = (counts.get(site.kind) ?? 0) + 1;
    counts.set(site.kind, count);
    const name = count === 1 ? site.kind : `${site.kind}-${count}`;
    // The table's type ties each maker to its kind; the compiler cannot follow that through an index.
    const make = SOURCES[site.kind] as (
      name: string,
      site: SourceSite,
      parts: SourceParts,
    ) => Source;
    return make(name, site, parts);
  });
}
