import type { Board, Instance, LeafId, Telemetry } from '@gpuscope/aggregation';

const leafKey = ({ uuid, gpuInstance }: LeafId): string => `${uuid}/${gpuInstance}`;

function mergeInstances(first: Instance, next: Instance): Instance {
  const migUuids = [...union([first.migUuids ?? [], next.migUuids ?? []])];
  return {
    gpuInstance: first.gpuInstance,
    migProfile: first.migProfile === '' ? next.migProfile : first.migProfile,
    ...(migUuids.length > 0 && { migUuids }),
  };
}

function byKey<Item>(
  lists: readonly (readonly Item[])[],
  keyOf: (item: Item) => string,
  merge: (first: Item, next: Item) => Item,
): Item[] {
  const merged = new Map<string, Item>();
  for (const item of lists.flat()) {
    const first = merged.get(keyOf(item));
    merged.set(keyOf(item), first === undefined ? item : merge(first, item));
  }
  return [...merged.values()];
}

const orElse = (first: string, next: string): string => (first === '' ? next : first);

/** What the first source leaves empty is taken from the next; what both say is the first's. */
function mergeBoards(first: Board, next: Board): Board {
  const minor = first.minor ?? next.minor;
  return {
    uuid: first.uuid,
    gpu: orElse(first.gpu, next.gpu),
    model: orElse(first.model, next.model),
    pciBusId: orElse(first.pciBusId, next.pciBusId),
    driverVersion: orElse(first.driverVersion, next.driverVersion),
    ...(minor !== undefined && { minor }),
    instances: byKey(
      [first.instances, next.instances],
      (instance) => instance.gpuInstance,
      mergeInstances,
    ),
  };
}

/** Keeps of each group the items of the first list that has the group at all. */
function firstThatHas<Item>(
  lists: readonly (readonly Item[])[],
  groupOf: (item: Item) => string,
): Item[] {
  const owner = new Map<string, number>();
  return lists.flatMap((list, index) =>
    list.filter((item) => {
      const group = groupOf(item);
      if (!owner.has(group)) owner.set(group, index);
      return owner.get(group) === index;
    }),
  );
}

/** Per key, the value of the first map that has it. */
function firstValues(maps: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  return new Map(maps.toReversed().flatMap((map) => [...map]));
}

const union = <Item>(lists: readonly Iterable<Item>[]): Set<Item> =>
  new Set(lists.flatMap((list) => [...list]));

/**
 * Makes one telemetry of several, in order of preference. A figure (a metric of one device, with all its labels) comes
 * whole from the first source that has it; so do a device's holders. Returns undefined for an empty list.
 */
export function mergeTelemetry(all: readonly Telemetry[]): Telemetry | undefined {
  const [first] = all;
  if (first === undefined || all.length === 1) return first;
  return {
    boards: byKey(
      all.map((one) => one.boards),
      (board) => board.uuid,
      mergeBoards,
    ),
    readings: firstThatHas(
      all.map((one) => one.readings),
      (reading) => `${reading.metric} ${leafKey(reading)}`,
    ),
    figures: firstThatHas(
      all.map((one) => one.figures),
      (figure) => `${figure.metric} ${leafKey(figure)}`,
    ),
    holders: firstThatHas(
      all.map((one) => one.holders),
      leafKey,
    ),
    lastXid: firstValues(all.map((one) => one.lastXid)),
    xids: all.flatMap((one) => one.xids),
    clockEventReasons: firstValues(all.map((one) => one.clockEventReasons)),
    labelsHolders: all.some((one) => one.labelsHolders),
    fields: union(all.map((one) => one.fields)),
    drops: all.flatMap((one) => one.drops),
    clamped: all.reduce((sum, one) => sum + one.clamped, 0),
    foreignHosts: [...union(all.map((one) => one.foreignHosts))],
    lost: all.flatMap((one) => one.lost),
  };
}
