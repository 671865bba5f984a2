import type { HostRegistry, IdentityRules, Predicate } from '../identity/index.js';
import type { Scope } from '../scope/index.js';
import type { ClusterSource } from './clusterSource.js';
import type { Dialect } from './dialect.js';
import type { Layout } from './layout.js';
import type { PlacedNames } from './who/ways.js';
import type { Selection, TimeRange } from './question.js';

/** Records of one layout, and which of them the chosen tenants, apps and users are. */
export interface SearchBranch {
  readonly layout: Layout;
  /** Without `matches`: whoever made the plan has listed the values that fit. */
  readonly who: Predicate;
}

/** Everything that a search body is written from; nothing of it but `selection` is the asker's. */
export interface SearchPlan {
  readonly index: string;
  readonly dialect: Dialect;
  readonly cluster: ClusterSource;
  readonly scope: Scope;
  readonly range: TimeRange;
  readonly selection: Selection;
  readonly branches: readonly SearchBranch[];
  /** The store gives up after this long and answers with what it has. */
  readonly timeoutMs: number;
  /** All indices that the pattern names; needed where the index's name tells the cluster. */
  readonly indices?: readonly string[];
  /** About how many records the range holds; decides which words cost too much. Absent: unknown, few. */
  readonly documents?: number;
  /** Finds the parts of a word anywhere in the line: for a store that refused a search as too large. */
  readonly looseWords?: boolean;
  /** Where only the lines tell their levels: finds those that may have a chosen one, for somebody who looks at each. */
  readonly looseLevels?: boolean;
  /** How records are named app, user and tenant, for counts by these. */
  readonly identity?: {
    readonly rules: IdentityRules;
    readonly hosts: HostRegistry;
    /** The listed values of the fields that `countedPatternFields` names. */
    readonly listed?: ReadonlyMap<string, readonly string[]>;
    /** The pods of all names of the kinds that `namesToPlace` says. */
    readonly placed?: PlacedNames;
  };
}
