import type { SourceSite } from '@gpuscope/aggregation';
import { normaliseDcgm } from '@gpuscope/aggregation';
import type { Clock } from '../clock.js';
import type { Source } from '../ports.js';
import { createDcgmSource, fixedAddress } from './dcgm.js';
import type { PodFinder } from './dcgmPod.js';
import { podAddress } from './dcgmPod.js';
import type { ProblemListener } from './exposition.js';
import { createReplaySource } from './replay.js';

/** What a source may need beside its own settings. */
export interface SourceParts {
  readonly node: string;
  readonly clock: Clock;
  readonly onProblems: ProblemListener;
  readonly findPod: PodFinder;
}

type Kinds = {
  readonly [Kind in SourceSite['kind']]: (
    name: string,
    site: Extract<SourceSite, { kind: Kind }>,
    parts: SourceParts,
  ) => Source;
};

/** One line per kind. */
const SOURCES: Kinds = {
  dcgm: (name, { at, hostnames, ...target }, { node, onProblems, findPod }) =>
    createDcgmSource({
      name,
      node,
      locator:
        at.kind === 'url'
          ? fixedAddress({ ...target, url: at.url })
          : podAddress({ ...at, node, target, findPod }),
      normalise: (aliases) => (exposition) =>
        normaliseDcgm(exposition, { hostnames: [node, ...hostnames, ...aliases] }),
      onProblems,
    }),
  replay: (name, { file }, { clock, onProblems }) =>
    createReplaySource({ name, file, normalise: normaliseDcgm, onProblems, clock }),
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
