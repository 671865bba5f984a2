import { GpuscopeError } from '../../../errors.js';
import type { IdentityName, Predicate } from '../../../identity/index.js';
import { IDENTITY_NAMES } from '../../../identity/index.js';
import type { Layout } from '../../layout.js';
import { LOG_LEVELS } from '../../level.js';
import type { SearchPlan } from '../../searchPlan.js';
import { fillIn } from '../../who/patterns.js';
import type { Told } from '../../who/way.js';
import { waysOf } from '../../who/ways.js';
import { all, EVERY, none, oneOf } from '../clause.js';
import { clusterOfIndex } from '../clusterClause.js';
import { exactField } from '../exactField.js';
import { levelClause, levelField } from '../levelClause.js';
import type { ExactField } from '../namedField.js';
import { exactNamed } from '../namedField.js';
import { predicateClause } from '../predicateClause.js';
import { holdsSomething } from '../valueClause.js';
import { countable } from './countable.js';
import type { GroupSource, Variant } from './source.js';

/** How many indices are told apart where nobody says how many there are. */
const INDICES = 10_000;

const constant = (text: string): GroupSource => ({ kind: 'constant', text });

/** By a field's values; records that lack it are the group without a name. */
function ofField(field: ExactField | undefined, name: string): readonly Variant[] {
  if (field === undefined) return [{ when: EVERY, source: constant('') }];
  countable(field, name);
  const present = holdsSomething(field);
  return [
    { when: present, source: { kind: 'terms', field: field.name, id: field.name } },
    { when: none(present), source: constant('') },
  ];
}

/** The node, or the machine of a record without one. */
function ofHost(layout: Layout): readonly Variant[] {
  const node = exactNamed(layout, 'node');
  const host = exactNamed(layout, 'host');
  if (node === undefined || host === undefined) return ofField(node ?? host, 'host');
  const [onNode, elsewhere] = [holdsSomething(node), none(holdsSomething(node))];
  return [
    { when: onNode, source: { kind: 'terms', field: node.name, id: node.name } },
    ...ofField(host, 'host').map(({ when, source }) => ({ when: all(elsewhere, when), source })),
  ];
}

function ofLevel(layout: Layout): readonly Variant[] {
  const field = levelField(layout);
  if (field === undefined) return [{ when: EVERY, source: constant('unknown') }];
  const groups = new Map(LOG_LEVELS.map((level) => [level, levelClause(layout, [level])]));
  const id = `level ${field.exact} ${JSON.stringify([...groups])}`;
  return [{ when: EVERY, source: { kind: 'clauses', id, groups, rest: 'unknown' } }];
}

function ofCluster(plan: SearchPlan, layout: Layout): readonly Variant[] {
  const { cluster } = plan;
  switch (cluster.kind) {
    case 'only':
      return [{ when: EVERY, source: constant(cluster.cluster) }];
    case 'field': {
      const field = exactField(layout, 'cluster');
      return ofField(field === undefined ? undefined : { name: field, type: 'keyword' }, 'cluster');
    }
    case 'index': {
      const nameOf = (index: string) => clusterOfIndex(cluster.match, index);
      const size = layout.indices?.length ?? plan.indices?.length ?? INDICES;
      const source = { kind: 'terms', field: '_index', id: 'cluster', nameOf, size } as const;
      return [{ when: EVERY, source }];
    }
  }
}

/** Records by the names that listed values stand for. */
function byListed(told: Told, name: string, listed: readonly string[]): GroupSource {
  const values = new Map<string, string[]>();
  for (const value of listed) {
    const group = told.nameOf(value);
    if (group !== '') values.set(group, [...(values.get(group) ?? []), value]);
  }
  // Stores refuse a list of no clauses.
  if (values.size === 0) return constant('');
  const groups = new Map([...values].map(([group, own]) => [group, oneOf(told.field, own)]));
  return { kind: 'clauses', id: `${name} ${told.id}`, groups, rest: '' };
}

function byPlaces(
  layout: Layout,
  name: string,
  placed: ReadonlyMap<string, Predicate>,
): GroupSource {
  const { identity, roles } = layout;
  const groups = new Map([...placed].map(([text, own]) => [text, predicateClause(own)]));
  const id = JSON.stringify([name, identity.namespaceName, identity.podName, roles.cluster?.exact]);
  return { kind: 'clauses', id, groups, rest: '' };
}

function toldBy(
  layout: Layout,
  told: Told | undefined,
  name: string,
  listed: ReadonlyMap<string, readonly string[]>,
): GroupSource {
  if (told === undefined) return constant('');
  const { field, id, nameOf, isMany } = told;
  if (isMany) return byListed(told, name, listed.get(field) ?? []);
  countable({ name: field, type: layout.field(field)?.type ?? 'keyword' }, name);
  return { kind: 'terms', field, id: `${name} ${id}`, nameOf };
}

function ofWho(plan: SearchPlan, layout: Layout, name: IdentityName): readonly Variant[] {
  const { identity } = plan;
  if (identity === undefined) {
    throw new GpuscopeError('INTERNAL', `lines can't be counted by ${name} without identity rules`);
  }
  const listed = identity.listed ?? new Map<string, readonly string[]>();
  return waysOf(layout, identity, name).map(({ when, told, placed }) => ({
    when: predicateClause(fillIn(when, listed)),
    source:
      placed === undefined ? toldBy(layout, told, name, listed) : byPlaces(layout, name, placed),
  }));
}

const isIdentityName = (name: string): name is IdentityName =>
  (IDENTITY_NAMES as readonly string[]).includes(name);

/**
 * How a layout's records are grouped by a name: a role, `tenant`, `label.<key>`, or a field's name. Each record is
 * of exactly one of the variants.
 * @throws GpuscopeError FIELD_NOT_EXACT where these records can't be.
 */
export function variantsOf(plan: SearchPlan, layout: Layout, name: string): readonly Variant[] {
  if (isIdentityName(name)) return ofWho(plan, layout, name);
  if (name === 'level') return ofLevel(layout);
  if (name === 'cluster') return ofCluster(plan, layout);
  return name === 'host' ? ofHost(layout) : ofField(exactNamed(layout, name), name);
}
