import { z } from 'zod';
import type { HostRegistry } from '../identity/hosts.js';
import type { IdentityRules } from '../identity/rules.js';
import { mapping } from './fields.js';
import { hosts } from './hosts.js';
import { identity } from './identity.js';
import type { LogsSite } from './logs.js';
import { logs } from './logs.js';
import { head, opaque } from './schema.js';
import type { OpaqueSection } from './site.js';
import type { TenancySite } from './tenancy.js';
import { tenancy } from './tenancy.js';

/** gpuscope.yaml as the log data source reads it, checked, with every default in place. */
export interface LogsFile {
  readonly version: 1;
  readonly cluster: string;
  /** Where the site's Prometheus answers: it knows pods that records don't describe. */
  readonly metrics?: { readonly url: string };
  readonly hosts: HostRegistry;
  readonly identity: IdentityRules;
  readonly tenancy: TenancySite;
  readonly logs: LogsSite;
  readonly portal?: OpaqueSection;
}

/** Sections whose variables the log data source doesn't read. */
export const UNREAD_BY_LOGS = ['exporter', 'portal'] as const;

/** Of the exporter's section, the host registry alone. */
const exporter = z
  .looseObject({ hosts: hosts.exactOptional() }, { error: 'must be a mapping, or be left out' })
  .default({});

export const logsFileSchema: z.ZodType<LogsFile> = mapping({
  ...head,
  exporter,
  identity: identity.prefault({}),
  tenancy,
  logs,
  portal: opaque.exactOptional(),
}).transform(({ exporter: { hosts: found }, ...rest }) => ({ ...rest, hosts: found ?? new Map() }));
