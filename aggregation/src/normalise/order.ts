import type { LeafId } from './telemetry.js';

/** By UTF-16 code units: the same order everywhere, unlike a locale's. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Ids that are numbers by their number, before all others. */
export function byId(a: string, b: string): number {
  const [x, y] = [idRank(a), idRank(b)];
  return x === y ? byText(a, b) : x - y;
}

const idRank = (id: string): number => (/^\d{1,9}$/.test(id) ? Number(id) : id === '' ? -1 : 1e9);

export const byLeaf = (a: LeafId, b: LeafId): number =>
  byText(a.uuid, b.uuid) || byId(a.gpuInstance, b.gpuInstance);
