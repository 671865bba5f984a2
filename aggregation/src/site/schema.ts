import { z } from 'zod';
import { isPlain } from '../identity/value.js';
import { exporter } from './exporter.js';
import { field, mapping, text } from './fields.js';
import { identity } from './identity.js';
import { httpUrl } from './network.js';
import type { Site } from './site.js';

/** Sections that the exporter carries along as written; the programs that use them check them. */
export const OPAQUE_SECTIONS = ['tenancy', 'logs', 'portal'] as const;

export const opaque = z.record(z.string(), z.unknown(), {
  error: 'must be a mapping, or be left out',
});

/** What every program reads. */
export const head = {
  version: field("1, the version of this file's form", (value) => (value === 1 ? 1 : undefined)),
  cluster: text('the name of this cluster, such as idc1-prod, of 1 to 128 characters', (value) =>
    value !== '' && isPlain(value) ? value : undefined,
  ),
  metrics: mapping({ url: httpUrl }).exactOptional(),
};

/** gpuscope.yaml as the exporter reads it, from what YAML made of it. */
export const siteSchema: z.ZodType<Site> = mapping({
  ...head,
  exporter: exporter.prefault({}),
  identity: identity.prefault({}),
  tenancy: opaque.exactOptional(),
  logs: opaque.exactOptional(),
  portal: opaque.exactOptional(),
});
