/** The nodes of a store in the order in which they are asked. */
export interface Nodes<Node> {
  /** In turn, those that failed a short while ago last. */
  inOrder(): readonly Node[];
  failed(node: Node): void;
  answered(node: Node): void;
}

export function takeTurns<Node>(
  nodes: readonly Node[],
  restMs: number,
  now: () => number,
): Nodes<Node> {
  const restUntil = new Map<Node, number>();
  let turn = -1;
  return {
    inOrder: () => {
      turn = (turn + 1) % nodes.length;
      const turned = [...nodes.slice(turn), ...nodes.slice(0, turn)];
      const rests = (node: Node): boolean => (restUntil.get(node) ?? 0) > now();
      return [...turned.filter((node) => !rests(node)), ...turned.filter(rests)];
    },
    failed: (node) => void restUntil.set(node, now() + restMs),
    answered: (node) => void restUntil.delete(node),
  };
}
