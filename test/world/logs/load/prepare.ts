import type { StoreKind } from '../../../servers/stores/kinds.js';
import { mustRequestStore, type StoreAddress } from '../../../servers/stores/request.js';
import type { Shipment } from '../shapes/index.js';
import { SETUPS } from './setups.js';
import { shippedTemplate } from './shipped.js';

type Json = Readonly<Record<string, unknown>>;

/** One node holds all of it, and shows it when told to. */
const SETTINGS = { number_of_shards: 1, number_of_replicas: 0, refresh_interval: '-1' };

/** Puts the template of a shipper into the store. */
export async function prepare(
  address: StoreAddress,
  kind: StoreKind,
  shipment: Shipment,
  prefix: string,
): Promise<void> {
  const { pattern, isOurs } = SETUPS[shipment];
  const template = isOurs === true ? await ours(kind) : theirs(kind, shipment);
  const body = { ...template, index_patterns: [`${prefix}${pattern}`] };
  const api = kind === 'elasticsearch-6.8' ? '_template' : '_index_template';
  await mustRequestStore(address, 'PUT', `/${api}/${prefix}synthetic-${shipment}`, body);
}

function theirs(kind: StoreKind, shipment: Shipment): Json {
  const { mappings = {}, isDataStream, type } = SETUPS[shipment];
  if (kind === 'elasticsearch-6.8') return { settings: SETTINGS, mappings: { [type]: mappings } };
  const streams = isDataStream === true ? { data_stream: {} } : {};
  return { priority: 500, template: { settings: SETTINGS, mappings }, ...streams };
}

async function ours(kind: StoreKind): Promise<Json> {
  const shipped = await shippedTemplate(kind);
  const withSettings = (part: Json): Json => ({
    ...part,
    settings: { ...(part['settings'] as Json), ...SETTINGS },
  });
  if (kind === 'elasticsearch-6.8') return withSettings(shipped);
  return { ...shipped, priority: 500, template: withSettings(shipped['template'] as Json) };
}
