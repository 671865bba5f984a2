import { z } from 'zod';
import { field, filePath, list, mapping, notYet, someText } from './fields.js';
import { oneKind } from './kinds.js';
import { httpUrl } from './network.js';

/** Who may see what, and where that comes from. */
export interface TenancySite {
  readonly policy: PolicySite;
  /** They see everything. */
  readonly operators: readonly SubjectSite[];
  /** Grafana's service accounts, by login, and the tenants that each stands for. */
  readonly services: ReadonlyMap<string, readonly string[]>;
  /** Where this Grafana answers its own backend, for the keys of its tokens; absent: at its root address. */
  readonly grafana?: string;
}

export type PolicySite =
  { readonly kind: 'everything' } | { readonly kind: 'file'; readonly file: string };

/**
 * A person: how Grafana signed them in (`jwt`, `ldap`, `oauth_generic_oauth`, `authproxy`, `auth.saml`, `password`) and
 * their login. A login alone names nobody, as a local user can rename himself to it.
 */
export interface SubjectSite {
  readonly authenticatedBy: string;
  readonly username: string;
}

const SUBJECT = /^([a-z_.]{1,64})\/(\S.{0,253})$/u;

/** `jwt/portal:42` */
export function readSubject(value: unknown): SubjectSite | undefined {
  if (typeof value !== 'string') return undefined;
  const [, authenticatedBy, username] = SUBJECT.exec(value) ?? [];
  return authenticatedBy === undefined || username === undefined
    ? undefined
    : { authenticatedBy, username };
}

export const SUBJECT_FORM =
  'a person as sign-in/login, such as ldap/li.wei, jwt/portal:42 or password/admin; a login alone could be taken by renaming';

const policy = oneKind<PolicySite>(
  {
    everything: z.strictObject({}).transform(() => ({ kind: 'everything' as const })),
    file: filePath.transform((file) => ({ kind: 'file' as const, file })),
  },
  { what: 'policy', plural: 'policies', planned: ['http', 'kubernetes'] },
);

const tenants = list('tenants', someText('the name of a tenant')).min(1, {
  error: 'must name at least one tenant',
});

/** The section `tenancy`. */
export const tenancy: z.ZodType<TenancySite> = mapping({
  policy,
  operators: list('people', field(SUBJECT_FORM, readSubject)).default([]),
  services: z
    .record(z.string(), tenants, { error: 'must be a mapping from service accounts to tenants' })
    .default({})
    .transform((found) => new Map(Object.entries(found))),
  grafana: httpUrl.exactOptional(),
  signingKeyFile: notYet,
  audit: notYet,
}).transform(({ policy: source, operators, services, grafana }) => ({
  policy: source,
  operators,
  services,
  ...(grafana !== undefined && { grafana }),
}));
