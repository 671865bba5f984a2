import type { Said } from '../../said/index.js';
import { GpuscopeError } from '../../errors.js';
import type {
  HostRegistry,
  IdentityName,
  IdentityRules,
  Predicate,
  Rule,
} from '../../identity/index.js';
import { NEVER } from '../../identity/predicate.js';
import { and, not, or } from '../../identity/simplify.js';
import type { Layout } from '../layout.js';
import { describeIndices } from '../search/exactField.js';
import { invertOn } from './invertOn.js';
import { ofMachines } from './machines.js';
import type { PlacesOf } from './names.js';
import { writtenName } from './names.js';
import { answerableRules } from './ownerRules.js';
import { atPlaces } from './places.js';
import { say } from '../../said/index.js';

/** What is needed to tell whose a record is. */
export interface Naming {
  readonly rules: IdentityRules;
  readonly hosts: HostRegistry;
  /** Asked where the records themselves don't tell. */
  readonly places?: PlacesOf;
}

/** A name that some records can't be asked for, and why. */
export interface Unanswered {
  readonly name: IdentityName;
  readonly value: string;
  readonly reason: Said;
}

function refuse(layout: Layout, { name, value, reason }: Unanswered): never {
  throw new GpuscopeError(
    'FIELD_NOT_EXACT',
    say('who.notAsked', {
      indices: describeIndices(layout),
      name: say(`name.${name}`),
      value: JSON.stringify(value),
      reason,
    }),
  );
}

interface PodAnswer {
  readonly predicate: Predicate;
  readonly unanswered?: Unanswered;
}

/** Where the shipped filter runs it has told what a pod's name tells. */
export function podRules(layout: Layout, naming: Naming, name: IdentityName): readonly Rule[] {
  const rules = naming.rules[name];
  return writtenName(layout, name) === undefined ? answerableRules(rules, layout) : rules;
}

/** The rules before the first that the records lack what it reads of: who is told by them, and whom they leave. */
function toldBefore(rules: readonly Rule[], value: string, layout: Layout) {
  const before = value === '' ? NEVER : invertOn(layout, rules, value);
  const nothing = invertOn(layout, rules, '');
  const isWhole = before.op !== 'notAnswerable' && nothing.op !== 'notAnswerable';
  return isWhole ? { before, nothing } : { before: NEVER, nothing: NEVER };
}

/** Records of pods by the rules; where the records lack what a rule reads, by the pods that the metrics name. */
function byRules(layout: Layout, naming: Naming, name: IdentityName, value: string): PodAnswer {
  const rules = naming.rules[name];
  const whole = invertOn(layout, rules, value);
  if (whole.op !== 'notAnswerable') return { predicate: whole };
  const places = value === '' ? undefined : naming.places?.(name, value);
  if (places !== undefined) {
    const { before, nothing } = toldBefore(rules.slice(0, whole.rule), value, layout);
    return { predicate: or(before, and(nothing, atPlaces(layout, name, places))) };
  }
  const guessing = podRules(layout, naming, name);
  const guessed = invertOn(layout, guessing, value);
  if (guessed.op !== 'notAnswerable') return { predicate: guessed };
  const { before, nothing } = toldBefore(guessing.slice(0, guessed.rule), value, layout);
  const predicate = value === '' ? nothing : before;
  return { predicate, unanswered: { name, value, reason: guessed.reason } };
}

function ofPods(layout: Layout, naming: Naming, name: IdentityName, value: string): PodAnswer {
  const { podName } = layout.identity;
  if (podName === undefined) return { predicate: NEVER };
  const written = writtenName(layout, name);
  const ruled = byRules(layout, naming, name, value);
  const isPod: Predicate = { op: 'exists', field: podName };
  if (written === undefined) return { ...ruled, predicate: and(isPod, ruled.predicate) };
  const exists: Predicate = { op: 'exists', field: written };
  const own: Predicate = value === '' ? NEVER : { op: 'equals', field: written, value };
  // The filter leaves out a name that it can't tell for certain, and a template maps it where no filter runs.
  return { predicate: or(own, and(isPod, not(exists), ruled.predicate)) };
}

/** Why a layout's records don't tell a name by themselves; undefined where they do. */
export function unansweredName(
  layout: Layout,
  { rules }: Naming,
  name: IdentityName,
  value: string,
): Unanswered | undefined {
  const { identity } = layout;
  if (identity.podName === undefined || value === '') return undefined;
  const whole = invertOn(layout, rules[name], value);
  return whole.op === 'notAnswerable' ? { name, value, reason: whole.reason } : undefined;
}

/**
 * A layout's records that carry a name; the empty value asks for those that carry none. In this order: what the
 * shipped filter wrote, what the rules read in the record, the pods that the metrics name, the pod's name for its
 * owner; records without a pod by the host registry.
 * @throws GpuscopeError FIELD_NOT_EXACT where none of these tells.
 */
export function ofName(
  layout: Layout,
  naming: Naming,
  name: IdentityName,
  value: string,
): Predicate {
  const pods = ofPods(layout, naming, name, value);
  if (pods.unanswered !== undefined) refuse(layout, pods.unanswered);
  return or(pods.predicate, ofMachines(layout, naming, name, value));
}
