import type { ErrorCode, GpuscopeError } from '@gpuscope/aggregation';
import { wordsOf } from '../handlers/errors.js';
import type { Check } from './check.js';

const REMEDIES: Partial<Record<ErrorCode, string>> = {
  SETTINGS_INVALID: 'Mend the settings that the message names, and save again.',
  STORE_UNREACHABLE:
    "Look whether the addresses are right, and whether this Grafana's machine may reach them: firewalls, network policies, DNS.",
  STORE_TLS:
    "Give the certificate of the authority that signed the store's, and use the name that stands in it.",
  STORE_REFUSED:
    'Check user and password or API key; the user needs the rights read and view_index_metadata on the indices, and monitor on the cluster.',
  STORE_TIMEOUT: 'The store is slow or the network loses packets: look at its load.',
  STORE_OVERLOADED: 'The store has too much to do: wait, or give it more room.',
  STORE_UNSUPPORTED: 'Use Elasticsearch 6.8 to 9 or OpenSearch 2 or 3, and name the right product.',
  STORE_INVALID: 'Something between this Grafana and the store answers in its place: a proxy?',
  INDEX_NOT_FOUND:
    'Compare the index pattern with what the store holds (GET _cat/indices), and look whether the shipper writes.',
  SHAPE_UNKNOWN: 'Choose the record shape by hand, or ship the logs in one of the known shapes.',
  FIELD_NOT_EXACT: 'Use the index template that comes with gpuscope for new indices.',
  ACCESS_DENIED: 'Name yourself in tenancy.operators of gpuscope.yaml, or in the tenants file.',
  POLICY_INVALID: 'Mend the tenants file; until then nobody sees any logs.',
  POLICY_UNREACHABLE: "Make the tenants file readable for Grafana's user.",
};

/** An error as something to be mended. Who may see nothing can still set up what others see. */
export const failed = (what: string, error: GpuscopeError): Check => ({
  state: error.code === 'ACCESS_DENIED' ? 'warning' : 'error',
  text: `${what}: ${wordsOf(error)}`,
  remedy: REMEDIES[error.code] ?? "Look into Grafana's log.",
});
