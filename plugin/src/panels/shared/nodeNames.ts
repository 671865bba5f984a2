/** What tells a machine from all others: clusters may call theirs alike. */
export interface NodePlace {
  readonly cluster: string;
  readonly node: string;
}

/**
 * What machines are called where several are drawn: by their own name, and by their cluster's, too, where another
 * cluster has one of that name.
 */
export function nodeNames(places: Iterable<NodePlace>): (place: NodePlace) => string {
  const clusters = new Map<string, Set<string>>();
  for (const { cluster, node } of places) {
    const own = clusters.get(node);
    if (own === undefined) clusters.set(node, new Set([cluster]));
    else own.add(cluster);
  }
  return ({ cluster, node }) =>
    (clusters.get(node)?.size ?? 0) > 1 && cluster !== '' ? `${cluster} / ${node}` : node;
}
