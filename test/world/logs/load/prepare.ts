import type { StoreKind } from '../../../servers/stores/kinds.js';
import { mustRequestStore, type StoreAddress } from '../../../servers/stores/request.js';
import type { Shipment } from '../shapes/index.js';
import { SETUPS } from './setups.js';

/** One node holds all of it, and shows it when told to. */
const SETTINGS = { number_of_shards: 1, number_of_replicas: 0, refresh_interval: '-1' };

/** Puts the template of a shipper into the store. */
export async function prepare(
  address: StoreAddress,
  kind: StoreKind,
  shipment: Shipment,
  prefix: string,
): Promise<void> {
  const { pattern, mappings, isDataStream, type } = SETUPS[shipment];
  const name = `${prefix}synthetic-${shipment}`;
  const mapped = mappings?.(kind) ?? {};
  const base = { index_patterns: [`${prefix}${pattern}`] };
  if (kind === 'elasticsearch-6.8') {
    const body = { ...base, settings: SETTINGS, mappings: { [type]: mapped } };
    await mustRequestStore(address, 'PUT', `/_template/${name}`, body);
    return;
  }
  await mustRequestStore(address, 'PUT', `/_index_template/${name}`, {
    ...base,
    priority: 500,
    template: { settings: SETTINGS, mappings: mapped },
    ...(isDataStream === true ? { data_stream: {} } : {}),
  });
}
