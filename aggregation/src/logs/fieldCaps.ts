/** One type that a field has in some indices, as the store's field capabilities say it. */
export interface FieldType {
  /** The store's word: keyword, text, flattened, flat_object, date, date_nanos, long, object, unmapped, … */
  readonly type: string;
  readonly searchable: boolean;
  readonly aggregatable: boolean;
  /** The indices where the field has this type; absent: in all of them. */
  readonly indices?: readonly string[];
}

/** What the store says of the fields of an index pattern; indices that lack a field stand under `unmapped`. */
export interface FieldCaps {
  readonly indices: readonly string[];
  readonly fields: ReadonlyMap<string, readonly FieldType[]>;
}
