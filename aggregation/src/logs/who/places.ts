import type { IdentityName, Predicate } from '../../identity/index.js';
import { NEVER } from '../../identity/predicate.js';
import { and, or } from '../../identity/simplify.js';
import type { Layout } from '../layout.js';
import type { NamedPlace } from './names.js';

const equals = (field: string, value: string): Predicate => ({ op: 'equals', field, value });

function byNamespace(places: readonly NamedPlace[]): ReadonlyMap<string, NamedPlace[]> {
  const groups = new Map<string, NamedPlace[]>();
  for (const place of places) {
    const key = JSON.stringify([place.cluster ?? '', place.namespace]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [place]);
    else group.push(place);
  }
  return groups;
}

function ofNamespace(layout: Layout, { cluster = '', namespace }: NamedPlace): Predicate {
  const { namespaceName } = layout.identity;
  const field = layout.roles.cluster?.exact;
  if (namespaceName === undefined || namespace === '') return NEVER;
  const own = equals(namespaceName, namespace);
  return field === undefined || cluster === '' ? own : and(equals(field, cluster), own);
}

/** The records of these places. A tenant has whole namespaces: pods that no scrape saw are its own as well. */
export function atPlaces(
  layout: Layout,
  name: IdentityName,
  places: readonly NamedPlace[],
): Predicate {
  const { podName } = layout.identity;
  const ways = [...byNamespace(places).values()].map((same) => {
    const [first] = same;
    if (first === undefined) return NEVER;
    const whole = ofNamespace(layout, first);
    if (name === 'tenant' || same.some(({ pod }) => pod === undefined)) return whole;
    if (podName === undefined) return NEVER;
    return and(whole, or(...same.map(({ pod = '' }) => equals(podName, pod))));
  });
  return or(...ways);
}

/** Each place under the first name that has it: the lines of a pod that was renamed are counted once. */
export function onceEach(
  name: IdentityName,
  places: ReadonlyMap<string, readonly NamedPlace[]>,
): ReadonlyMap<string, readonly NamedPlace[]> {
  const taken = new Set<string>();
  const own = [...places].map(([text, all]): readonly [string, readonly NamedPlace[]] => {
    const free = all.filter(({ cluster = '', namespace, pod = '' }) => {
      const key = JSON.stringify([cluster, namespace, name === 'tenant' ? '' : pod]);
      return !taken.has(key) && taken.add(key);
    });
    return [text, free];
  });
  return new Map(own.filter(([text, free]) => text !== '' && free.length > 0));
}
