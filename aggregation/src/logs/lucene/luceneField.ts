import type { Field, Layout } from '../layout.js';
import { ROLES } from '../layout.js';
import { fieldNamed } from '../search/namedField.js';
import { nearNames } from './nearNames.js';
import type { LuceneOptions } from './options.js';
import { ored } from '../names.js';
import { refuse } from './refuse.js';
import { say } from '../../said/index.js';

/** What is chosen beside the query, by the site's own rules and not by one field. */
const CHOSEN_BESIDE = ['app', 'user', 'tenant'];

/** Users call both the node and a machine without Kubernetes the host. */
const namesOf = (name: string) => (name === 'host' ? ['host', 'node'] : [name]);

const fieldsIn = (layout: Layout, name: string): readonly Field[] =>
  namesOf(name).flatMap((one) => fieldNamed(layout, one) ?? []);

function refuseUnknown(name: string, at: number): never {
  const near = nearNames(
    name,
    [...ROLES, 'label.'].filter((role) => !CHOSEN_BESIDE.includes(role)),
  );
  const meant = near.length === 0 ? '' : say('lucene.meant', { names: ored(near) });
  refuse(at, say('lucene.unknownField', { field: name.slice(0, 100), meant }));
}

/**
 * The fields that a name stands for; none where these records lack it and others have it.
 * @throws GpuscopeError QUERY_INVALID for a name that nothing has, or that is none of a query's.
 */
export function luceneFields(
  name: string,
  layout: Layout,
  { others = [] }: LuceneOptions,
  at: number,
): readonly Field[] {
  if (CHOSEN_BESIDE.includes(name)) {
    refuse(at, say('lucene.beside', { name }));
  }
  if (name.startsWith('_')) refuse(at, say('lucene.storesOwn', { name: name.slice(0, 100) }));
  const fields = fieldsIn(layout, name);
  if (fields.length > 0) return fields;
  if (!others.some((other) => fieldsIn(other, name).length > 0)) refuseUnknown(name, at);
  return [];
}
