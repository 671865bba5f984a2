import type { Policy } from '../policy.js';
import type { ReaderOptions } from './reader.js';
import { createReader } from './reader.js';
import type { Privileged } from './scopeFor.js';
import { scopeFor } from './scopeFor.js';

/** Members and grants of tenants from a YAML file, which may change at any time. */
export function filePolicy(reader: ReaderOptions, privileged: Privileged): Policy {
  const read = createReader(reader);
  return {
    tellsApart: true,
    scopeOf: async (caller) => scopeFor(caller, await read(), privileged),
    close: () => undefined,
  };
}
