import type { FormulaNode } from "./ast";

export function childrenOf(node: FormulaNode): FormulaNode[] {
  switch (node.type) {
    case "number":
    case "name":
    case "segmentShare":
      return [];
    case "negative":
    case "not":
      return [node.of];
    case "call":
      return node.args;
    default:
      return [node.left, node.right];
  }
}

/** Every name in a formula, those of tables included, in the order of their first appearance. */
export function namesIn(node: FormulaNode, found: Set<string> = new Set()): Set<string> {
  if (node.type === "name") found.add(node.name);
  for (const child of childrenOf(node)) namesIn(child, found);
  return found;
}
