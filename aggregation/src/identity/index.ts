export type { RuleProblem } from './check.js';
export { checkRule } from './check.js';
export { DEFAULT_IDENTITY } from './defaults.js';
export type { RecordFields } from './evaluate.js';
export { evaluate } from './evaluate.js';
export type { HostRegistry } from './hosts.js';
export { hostEntryFor } from './hosts.js';
export type { NotAnswerable, RecordShape } from './invert.js';
export { invert } from './invert.js';
export { invertHosts, localField } from './invertHosts.js';
export type { WorkloadOwner } from './owner.js';
export { ownerOf } from './owner.js';
export type { Atom, Predicate } from './predicate.js';
export type { Resolved } from './resolve.js';
export { resolve, resolverOf } from './resolve.js';
export type { IdentityName, IdentityRules, Rule, RuleFrom } from './rules.js';
export { describeRule, IDENTITY_NAMES, isLocalFrom, isPodFrom } from './rules.js';
export type {
  HostEntry,
  Identity,
  LocalSubject,
  NamespaceInfo,
  PodInfo,
  Subject,
} from './subject.js';
