/** Which objects, and how much of each. */
export interface Selection {
  /** Such as `/api/v1/pods`. */
  readonly path: string;
  /** Such as `spec.nodeName=gpu-1`. */
  readonly fieldSelector?: string;
  readonly labelSelector?: string;
  /** Only names, labels, annotations and owners: no spec, no status. */
  readonly metadataOnly?: boolean;
}

/** The parts of the query string that say which objects. */
export const selectors = (selection: Selection): Record<string, string> => ({
  ...(selection.fieldSelector !== undefined && { fieldSelector: selection.fieldSelector }),
  ...(selection.labelSelector !== undefined && { labelSelector: selection.labelSelector }),
});

/** Plain JSON stands behind as a second choice: a server that can't leave parts out sends whole objects. */
export function acceptOf(selection: Selection, kind: 'list' | 'object'): string {
  if (selection.metadataOnly !== true) return 'application/json';
  const name = kind === 'list' ? 'PartialObjectMetadataList' : 'PartialObjectMetadata';
  return `application/json;as=${name};g=meta.k8s.io;v=v1,application/json;q=0.5`;
}
