import type { TraceNode } from "../types";

/**
 * The same trees; each value with a name knows what it is compared with in any of them, by a comparison or as what a table is asked about, so
 * that wherever it is printed it stands on its own side. A side of a comparison that is reckoned from several values has no such edge: each of
 * these is cut with ≈, and stands on no side by itself.
 */
export function besideEdges<Nodes extends readonly (TraceNode | null)[]>(trees: Nodes): Nodes {
  const edges = new Map<string, Set<string>>();
  for (const tree of trees) if (tree !== null) collect(tree, edges);
  if (edges.size > 0) for (const tree of trees) if (tree !== null) mark(tree, edges);
  return trees;
}

const comparisons = ["=", "≠", ">", "<", "≥", "≤"];

function collect(node: TraceNode, edges: Map<string, Set<string>>): void {
  const note = (of: TraceNode | undefined, edge: string | null | undefined): void => {
    if (of?.node !== "leaf" || of.name === null || edge === null || edge === undefined) return;
    edges.set(of.name, (edges.get(of.name) ?? new Set()).add(edge));
  };
  if (node.node === "operation" && comparisons.includes(node.operator)) {
    const [left, right] = node.parts;
    note(left, right?.value.fraction);
    note(right, left?.value.fraction);
  }
  if (node.node === "call" && node.row !== null)
    for (const edge of [node.row.from, node.row.to]) note(node.parts[0], edge);
  for (const part of partsOf(node)) collect(part, edges);
}

function mark(node: TraceNode, edges: ReadonlyMap<string, ReadonlySet<string>>): void {
  const own = node.node === "leaf" && node.name !== null ? edges.get(node.name) : undefined;
  if (own !== undefined) node.value = { ...node.value, edges: [...own] };
  for (const part of partsOf(node)) mark(part, edges);
}

function partsOf(node: TraceNode): readonly TraceNode[] {
  if (node.node === "leaf") return [];
  return node.node === "choice" ? [node.condition, node.chosen] : node.parts;
}
