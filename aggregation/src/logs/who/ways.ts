import type { Said } from '../../said/index.js';
import { GpuscopeError } from '../../errors.js';
import type { IdentityName, Predicate } from '../../identity/index.js';
import { isPodFrom } from '../../identity/index.js';
import { legalValue } from '../../identity/value.js';
import { and, not } from '../../identity/simplify.js';
import type { Layout } from '../layout.js';
import { describeIndices } from '../search/exactField.js';
import { invertOn } from './invertOn.js';
import { machineWays } from './machineWays.js';
import type { NamedPlace } from './names.js';
import { writtenName } from './names.js';
import type { Naming } from './ofName.js';
import { podRules } from './ofName.js';
import { patternFields } from './patterns.js';
import { atPlaces, onceEach } from './places.js';
import { ruleField } from './ruleField.js';
import type { Told, Way } from './way.js';
import { exists, toldBy } from './way.js';
import { say } from '../../said/index.js';

/** All names of a kind and the pods that the metrics say they had. */
export type PlacedNames = ReadonlyMap<IdentityName, ReadonlyMap<string, readonly NamedPlace[]>>;

export interface CountedNaming extends Naming {
  readonly placed?: PlacedNames;
}

function refuse(layout: Layout, name: IdentityName, reason: Said): never {
  throw new GpuscopeError(
    'FIELD_NOT_EXACT',
    say('who.notCounted', {
      indices: describeIndices(layout),
      name: say(`name.${name}`),
      reason,
    }),
  );
}

/** Pods that none of the rules before names, by what the metrics say of them; undefined where they say nothing. */
function placedWay(
  layout: Layout,
  { placed }: CountedNaming,
  name: IdentityName,
  left: Predicate,
): Way | undefined {
  const places = placed?.get(name);
  if (places === undefined) return undefined;
  const named = [...onceEach(name, places)].map(([value, own]): readonly [string, Predicate] => [
    value,
    atPlaces(layout, name, own),
  ]);
  return { when: left, placed: new Map(named) };
}

/** What the last way is where a rule can't be read from the records. */
function wayOnward(
  layout: Layout,
  naming: CountedNaming,
  name: IdentityName,
  left: Predicate,
  reason: Said,
): Way {
  const placed = placedWay(layout, naming, name, left);
  if (placed !== undefined) return placed;
  if (writtenName(layout, name) === undefined) refuse(layout, name, reason);
  return { when: left };
}

/** Pods by one rule after the other, each where those before it give nothing; then those that none names. */
function podWays(layout: Layout, naming: CountedNaming, name: IdentityName): readonly Way[] {
  const { podName } = layout.identity;
  if (podName === undefined) return [];
  const written = writtenName(layout, name);
  const pods = written === undefined ? exists(podName) : and(exists(podName), not(exists(written)));
  const rules = naming.placed?.has(name) ? naming.rules[name] : podRules(layout, naming, name);
  const ways: Way[] = [];
  let left: Predicate = pods;
  for (const rule of rules.filter(({ from }) => isPodFrom(from))) {
    const nothing = invertOn(layout, [rule], '');
    if (nothing.op === 'notAnswerable') {
      return [...ways, wayOnward(layout, naming, name, left, nothing.reason)];
    }
    const field = ruleField(rule, layout.identity);
    if (field !== undefined)
      ways.push({ when: and(left, not(nothing)), told: toldBy(rule, field) });
    left = and(left, nothing);
  }
  return [...ways, { when: left }];
}

const asWritten = (field: string): Told => ({
  id: JSON.stringify([field, null]),
  field,
  nameOf: legalValue,
  isMany: false,
});

/**
 * The ways in which a layout's records tell a name; each record is of exactly one of them.
 * @throws GpuscopeError FIELD_NOT_EXACT where a rule reads what the records lack.
 */
export function waysOf(layout: Layout, naming: CountedNaming, name: IdentityName): readonly Way[] {
  const written = writtenName(layout, name);
  const { podName } = layout.identity;
  const own: readonly Way[] =
    written === undefined || podName === undefined
      ? []
      : [{ when: and(exists(podName), exists(written)), told: asWritten(written) }];
  const all = [...own, ...podWays(layout, naming, name), ...machineWays(layout, naming, name)];
  return all.filter(({ when }) => when.op !== 'never');
}

/** The fields whose values have to be listed before records can be counted by a name. */
export function wayFields(
  layout: Layout,
  naming: CountedNaming,
  name: IdentityName,
): readonly string[] {
  const fields = waysOf(layout, naming, name).flatMap(({ when, told }) => [
    ...patternFields(when),
    ...(told?.isMany === true ? [told.field] : []),
  ]);
  return [...new Set(fields)];
}

/** Whether a layout's pods can be counted by a name only with what the metrics say of them (`placed`). */
export function needsPlaces(layout: Layout, { rules }: Naming, name: IdentityName): boolean {
  const { podName } = layout.identity;
  if (podName === undefined) return false;
  return invertOn(layout, rules[name], '').op === 'notAnswerable';
}
