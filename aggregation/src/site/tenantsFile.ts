import { z } from 'zod';
import { isPlain } from '../identity/value.js';
import type { Grant } from '../scope/scope.js';
import { field, list, mapping, someText, text } from './fields.js';
import type { SubjectSite } from './tenancy.js';
import { readSubject, SUBJECT_FORM } from './tenancy.js';

/** The file of the policy `file`: tenants, their people, and what is theirs. */
export interface TenantsFile {
  readonly tenants: ReadonlyMap<string, TenantSite>;
}

export interface TenantSite {
  readonly members: readonly SubjectSite[];
  readonly grants: readonly Grant[];
}

const RFC3339 = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d))?$/;

const moment = text(
  'a moment such as 2026-11-21 or 2026-11-21T08:00:00Z, with its time zone',
  (value) => {
    const ms = RFC3339.test(value) ? Date.parse(value) : Number.NaN;
    return Number.isNaN(ms) ? undefined : ms;
  },
);

const grant = mapping({
  cluster: someText('the name of a cluster'),
  namespace: text('the name of a namespace', (value) =>
    /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(value) ? value : undefined,
  ).exactOptional(),
  host: someText('the name of a machine without Kubernetes').exactOptional(),
  from: moment.exactOptional(),
}).transform(({ cluster, namespace, host, from }, context): Grant => {
  const rest = { cluster, ...(from !== undefined && { fromMs: from }) };
  if (namespace !== undefined && host === undefined) return { ...rest, namespace };
  if (host !== undefined && namespace === undefined) return { ...rest, host };
  context.issues.push({
    code: 'custom',
    message: 'must hold namespace or host, one of them',
    input: undefined,
  });
  return z.NEVER;
});

const tenant = mapping({
  members: list('people', field(SUBJECT_FORM, readSubject)).default([]),
  grants: list('grants, each of them {cluster, namespace} or {cluster, host}', grant).default([]),
});

function checkNames(
  tenants: Readonly<Record<string, unknown>>,
  context: z.core.ParsePayload,
): void {
  for (const name of Object.keys(tenants).filter((key) => key === '' || !isPlain(key))) {
    context.issues.push({
      code: 'custom',
      path: [name],
      message: 'is not a name that a tenant can have: 1 to 128 characters, no control characters',
      input: undefined,
    });
  }
}

export const tenantsFileSchema: z.ZodType<TenantsFile> = mapping({
  version: field("1, the version of this file's form", (value) => (value === 1 ? 1 : undefined)),
  tenants: z
    .record(z.string(), tenant, { error: 'must be a mapping from tenants to {members, grants}' })
    .check((payload) => {
      checkNames(payload.value, payload);
    })
    .transform((found): ReadonlyMap<string, TenantSite> => new Map(Object.entries(found))),
}).transform(({ tenants }) => ({ tenants }));
