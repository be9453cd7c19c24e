import type { FormulaNode } from "./ast";

/** How strongly each kind of node binds; a weaker one inside a stronger one stands in parentheses. */
export function bindingOf(node: FormulaNode): number {
  switch (node.type) {
    case "logic":
      return node.sign === "或" ? 1 : 2;
    case "not":
      return 3;
    case "comparison":
      return 4;
    case "arithmetic":
      return node.sign === "+" || node.sign === "−" ? 5 : 6;
    case "negative":
      return 7;
    default:
      return 8;
  }
}

/** The formula in its one standard form: Chinese names, full signs, no more parentheses than needed. It parses to the same tree. */
export function printFormula(node: FormulaNode): string {
  switch (node.type) {
    case "number":
      return node.text;
    case "name":
      return node.name;
    case "negative":
      return `−${inside(node.of, 7)}`;
    case "not":
      return `非 ${inside(node.of, 4)}`;
    case "call":
      return `${node.name}(${node.args.map(printFormula).join(", ")})`;
    default: {
      const binding = bindingOf(node);
      // The right side of a sign needs parentheses already where it binds alike: a − (b − c). Comparisons need them on both sides.
      const left = inside(node.left, node.type === "comparison" ? binding + 1 : binding);
      return `${left} ${node.sign} ${inside(node.right, binding + 1)}`;
    }
  }
}

function inside(node: FormulaNode, binding: number): string {
  const text = printFormula(node);
  return bindingOf(node) < binding ? `(${text})` : text;
}
