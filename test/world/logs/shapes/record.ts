import type { JsonValue } from '@gpuscope/aggregation/logs';

/** A record on its way to a store. */
export interface ShippedRecord {
  readonly index: string;
  readonly source: { readonly [key: string]: JsonValue };
}
