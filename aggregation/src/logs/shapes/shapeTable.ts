import type { LevelScale } from '../levels/scale.js';
import type { Role, ShapeName } from '../layout.js';

/** How the dots and slashes of a label's key are written in field names. */
export type Spelling = 'dotted' | 'dedotted' | 'underscores';

/** Where keyed texts (labels, annotations) stand: `base`, a dot, the key in some spelling. */
export interface KeyedTexts {
  readonly base: string;
  /** The spelling where the mapping doesn't tell: of flattened maps, and of keys that no record has. */
  readonly spelling: Spelling;
}

/** One way to write records down: which field holds what. A new way is one file with such a table. */
export interface ShapeTable {
  readonly name: ShapeName;
  /** Recognised by the index's name, before any field is looked at. */
  readonly index?: RegExp;
  /** One field of each list must be mapped; a path that ends in `.` stands for any field under it. */
  readonly needs: readonly (readonly string[])[];
  /** None of these may be mapped. */
  readonly lacks?: readonly string[];
  /** Fields by role, the best first: the first that is mapped is asked, the others are read where it is empty. */
  readonly roles: Readonly<Partial<Record<Role, readonly string[]>>>;
  /** A field that is shown before the line, with a colon. */
  readonly heading?: string;
  /** How the values of a level field are meant; words where it is not named here. */
  readonly levels?: Readonly<Record<string, LevelScale>>;
  readonly podLabels?: readonly KeyedTexts[];
  readonly podAnnotations?: readonly KeyedTexts[];
  readonly namespaceLabels?: readonly KeyedTexts[];
  readonly namespaceAnnotations?: readonly KeyedTexts[];
  /** A second, finer time as text; its leading zeros may have been dropped. */
  readonly fineTime?: string;
  /** Fields at the root that are the shipper's own; others there were merged in from a JSON line. Absent: no merging. */
  readonly ownRoots?: readonly string[];
}
