import type { ShapeTable } from '../shapes/index.js';
import type { CapsTable } from './fieldView.js';
import type { RoleFields } from './roleFields.js';
import type { Signature } from './signature.js';
import { signatureOf, softKey } from './signature.js';

/** Indices that can be asked in the same words. */
export interface IndexGroup {
  readonly shape: ShapeTable;
  readonly indices: readonly string[];
}

export function collect<Item>(
  items: readonly Item[],
  key: (item: Item) => string,
): readonly (readonly Item[])[] {
  const found = new Map<string, Item[]>();
  for (const item of items) {
    const name = key(item);
    const group = found.get(name);
    if (group === undefined) found.set(name, [item]);
    else group.push(item);
  }
  return [...found.values()];
}

interface Signed extends Signature {
  readonly index: string;
  readonly shape: ShapeTable;
}

/** What indices that lack a soft role are taken to have; the same whatever the order of the indices. */
function usualOf(all: readonly RoleFields[]): RoleFields {
  const sorted = all
    .map((soft) => ({ soft, key: softKey(soft, {}) }))
    .sort((one, other) => (one.key < other.key ? -1 : Number(one.key > other.key)));
  return sorted.reduce<RoleFields>((seen, { soft }) => ({ ...soft, ...seen }), {});
}

/**
 * Each index whose shape is known is in exactly one group; the order is that of the indices. `more`: fields beside the
 * shape's that the indices of a group agree in.
 */
export function groupIndices(
  table: CapsTable,
  shaped: readonly { readonly index: string; readonly shape: ShapeTable }[],
  more: readonly string[],
): readonly IndexGroup[] {
  const all = table.viewOf(table.indices);
  const clashing = table.names.filter((name) => all.types(name).length > 1);
  const signed = shaped.map(({ index, shape }): Signed => ({
    index,
    shape,
    ...signatureOf(shape, table.viewOf([index]), clashing, more),
  }));
  return collect(signed, ({ hard }) => hard).flatMap((alike) => {
    const usual = usualOf(alike.map(({ soft }) => soft));
    return collect(alike, ({ soft }) => softKey(soft, usual)).flatMap((same) => {
      const [first] = same;
      if (first === undefined) return [];
      return [{ shape: first.shape, indices: same.map(({ index }) => index) }];
    });
  });
}
