import { parse, type Node } from "acorn";

/** Why a phone could not run this file: syntax beyond ES5, or code made from text, which the client forbids. */
export function scriptFaults(file: string, code: string): string[] {
  let program: Node;
  try {
    program = parse(code, { ecmaVersion: 5 });
  } catch (thrown) {
    return [`${file} is not ES5: ${String(thrown)}`];
  }
  // Most files are large and name neither.
  if (!/\b(eval|Function)\s*\(/.test(code)) return [];
  const faults: string[] = [];
  visit(program, (node) => {
    const callee = calleeOf(node);
    if (callee?.type !== "Identifier") return;
    const at = `${file}: ${code.slice(Math.max(0, node.start - 60), node.end + 20)}`;
    if (callee.name === "eval") faults.push(`eval in ${at}`);
    if (callee.name === "Function" && !isWebpacksGlobal(file, code, node)) faults.push(`Function(text) in ${at}`);
  });
  return faults;
}

/** Webpack's runtime reaches for the global object so, behind `typeof globalThis`, where no other way is left. */
function isWebpacksGlobal(file: string, code: string, { start, end }: Node): boolean {
  return /^(.*\/)?runtime\.js$/.test(file) && /^(new )?Function\(["']return this["']\)/.test(code.slice(start, end));
}

interface Callee {
  type: string;
  name?: string;
}

function calleeOf(node: Node): Callee | null {
  if (node.type !== "CallExpression" && node.type !== "NewExpression") return null;
  return "callee" in node ? (node.callee as Callee) : null;
}

function visit(node: Node, look: (node: Node) => void): void {
  look(node);
  for (const value of Object.values(node)) {
    for (const child of [value].flat()) if (isNode(child)) visit(child, look);
  }
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === "object" && value !== null && "type" in value && typeof value.type === "string" && "start" in value
  );
}
