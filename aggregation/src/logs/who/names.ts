import type { IdentityName } from '../../identity/index.js';
import type { Field, Layout } from '../layout.js';

/** A pod, or a whole namespace, that the metrics say a name was of. */
export interface NamedPlace {
  readonly cluster?: string;
  readonly namespace: string;
  /** Absent: every pod of the namespace. */
  readonly pod?: string;
}

/** Whose pods were whose, from `workload_pod_info`; undefined where that is not known. */
export type PlacesOf = (name: IdentityName, value: string) => readonly NamedPlace[] | undefined;

/**
 * The field in which the shipped filter wrote a name at index time. It never tells a tenant: what is in the record
 * was written where the tenant's own pods run.
 */
export function writtenName(layout: Layout, name: IdentityName): string | undefined {
  const field: Field | undefined = name === 'tenant' ? undefined : layout.roles[name];
  return field?.exact;
}
