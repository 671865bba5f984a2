import type { FieldCaps } from '../fieldCaps.js';
import type { Spelling } from '../shapes/index.js';
import type { MapContents } from './mapContents.js';
import { remembered } from './remembered.js';

/** The fields of certain indices, as their mappings have them. */
export interface FieldView {
  /** The types that a field has there; none where it is not mapped. */
  readonly types: (path: string) => readonly string[];
  /** Whether the field can be asked about. */
  readonly isSearchable: (path: string) => boolean;
  /** Names of the fields under `base`, without it. */
  readonly under: (base: string) => readonly string[];
  /** How keys inside flattened maps are spelled there, as far as the records were asked. */
  readonly inMaps: readonly Spelling[];
  /** Whether some record has anything in a flattened map, or nobody has asked. */
  readonly isHeld: (base: string) => boolean;
  /** Every field that is mapped there. */
  readonly names: () => readonly string[];
}

interface Entry {
  readonly type: string;
  readonly searchable: boolean;
  readonly indices: ReadonlySet<string> | undefined;
}

/** The capabilities of all indices, laid out for looking at some of them. */
export interface CapsTable {
  readonly indices: readonly string[];
  readonly viewOf: (indices: readonly string[]) => FieldView;
  /** Every mapped field, sorted. */
  readonly names: readonly string[];
}

/** Cuts the capabilities into views. */
export function capsTable(caps: FieldCaps, maps?: MapContents): CapsTable {
  const entries = new Map<string, readonly Entry[]>();
  for (const [name, types] of caps.fields) {
    const mapped = types.filter(({ type }) => type !== 'unmapped');
    if (mapped.length === 0) continue;
    entries.set(
      name,
      mapped.map(({ type, searchable, indices }) => ({
        type,
        searchable,
        indices: indices === undefined ? undefined : new Set(indices),
      })),
    );
  }
  const names = [...entries.keys()].sort();
  const family = remembered((base: string) => {
    const prefix = `${base}.`;
    return names.filter((name) => name.startsWith(prefix));
  });
  const viewOf = (indices: readonly string[]): FieldView => {
    const there = remembered((path: string) =>
      (entries.get(path) ?? []).filter(
        (entry) =>
          entry.indices === undefined || indices.some((index) => entry.indices?.has(index)),
      ),
    );
    return {
      types: remembered((path) => [...new Set(there(path).map(({ type }) => type))]),
      isSearchable: (path) => there(path).every(({ searchable }) => searchable),
      under: remembered((base) =>
        family(base)
          .filter((name) => there(name).length > 0)
          .map((name) => name.slice(base.length + 1)),
      ),
      inMaps: [...new Set(indices.flatMap((index) => maps?.get(index)?.spellings ?? []))],
      isHeld: (base) =>
        maps === undefined || indices.some((index) => maps.get(index)?.held.includes(base)),
      names: () => names.filter((name) => there(name).length > 0),
    };
  };
  return { indices: caps.indices, viewOf, names };
}
