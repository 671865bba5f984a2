/**
 * How a log source tells which cluster a record is from: it holds one cluster only; a field names it; or the index's
 * name does, by the pattern's one capture (a cross-cluster prefix `idc1:` is `^([^:]+):`).
 */
export type ClusterSource =
  | { readonly kind: 'only'; readonly cluster: string }
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'index'; readonly match: string };
