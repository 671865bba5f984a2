import type { ExporterSite, Site } from '@gpuscope/aggregation';

export const ROLES = ['node', 'cluster'] as const;

/** On a GPU node or VM, or once per cluster. */
export type Role = (typeof ROLES)[number];

/** All that the program needs to know, whether it came from gpuscope.yaml or from the command line. */
export interface ExporterConfig {
  readonly role: Role;
  /** This node's name. */
  readonly node: string;
  readonly exporter: ExporterSite;
  readonly identity: Site['identity'];
  /** For the label `cluster`; undefined where the scrape adds it. */
  readonly clusterLabel?: string;
  /** Without a file there are no namespaces to read, so that their names are all there is to know of them. */
  readonly namespacesByName: boolean;
}
