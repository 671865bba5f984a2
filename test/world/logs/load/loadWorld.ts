import type { StoreKind } from '../../../servers/stores/kinds.js';
import type { StoreAddress } from '../../../servers/stores/request.js';
import { createLogHistory, type LogHistoryOptions } from '../history.js';
import { SHIPMENTS, type Shipment } from '../shapes/index.js';
import type { LogTruth } from '../truth.js';
import { createBulk, type Rejection } from './bulk.js';
import { prepare } from './prepare.js';
import { SETUPS, shipmentsFor } from './setups.js';

export interface LoadWorldOptions extends LogHistoryOptions {
  /** Left out: all that write to this kind of store. */
  readonly shipments?: readonly Shipment[];
  /** Stands before every index and template, for a store that others use too. */
  readonly prefix?: string;
}

/** What one shipper brought into the store. */
export interface LoadedShipment {
  /** The index pattern to read. */
  readonly pattern: string;
  /** The lines that the store holds, the oldest first. */
  readonly truths: readonly LogTruth[];
  /** The lines that it would not take, such as for a conflict of mappings. */
  readonly rejected: readonly Rejection[];
}

export interface LoadedWorld {
  readonly records: number;
  readonly shipments: ReadonlyMap<Shipment, LoadedShipment>;
}

interface LoadTarget {
  readonly address: StoreAddress;
  readonly kind: StoreKind;
}

type PrefixedTarget = LoadTarget & { readonly prefix: string };

/**
 * Brings the site's lines into a store as every shipper would: each line once per shipper, into the shipper's own
 * indices, with the mappings that it brings or that the store makes of what it sees.
 */
export async function loadWorld(
  store: LoadTarget,
  options: LoadWorldOptions,
): Promise<LoadedWorld> {
  const { shipments = shipmentsFor(store.kind), prefix = '', ...history } = options;
  const target = { ...store, prefix };
  const truths = [...createLogHistory(history)];
  const loaded = new Map<Shipment, LoadedShipment>();
  for (const shipment of shipments) {
    loaded.set(shipment, await loadShipment(target, shipment, truths));
  }
  const records = [...loaded.values()].reduce((sum, one) => sum + one.truths.length, 0);
  return { records, shipments: loaded };
}

async function loadShipment(
  { address, kind, prefix }: PrefixedTarget,
  shipment: Shipment,
  truths: readonly LogTruth[],
): Promise<LoadedShipment> {
  await prepare(address, kind, shipment, prefix);
  const pattern = `${prefix}${SETUPS[shipment].pattern}`;
  const bulk = createBulk(address, pattern);
  const shipped: LogTruth[] = [];
  for (const truth of truths) {
    const record = SHIPMENTS[shipment](truth);
    if (record === undefined) continue;
    shipped.push(truth);
    const source = JSON.stringify(record.source);
    await bulk.add({ truth, action: actionOf(kind, shipment, `${prefix}${record.index}`), source });
  }
  const rejected = await bulk.end();
  const refused = new Set(rejected.map(({ truth }) => truth));
  return {
    pattern,
    truths: shipped.filter((truth) => !refused.has(truth)),
    rejected,
  };
}

function actionOf(kind: StoreKind, shipment: Shipment, index: string): string {
  const { type, isDataStream } = SETUPS[shipment];
  const typed = kind === 'elasticsearch-6.8' ? { _type: type } : {};
  // Data streams take nothing but new documents.
  const op = isDataStream === true ? 'create' : 'index';
  return JSON.stringify({ [op]: { _index: index, ...typed } });
}
