import type { Control, ControlHome } from "./control";

interface RichNode {
  type?: string;
  name?: string;
  text?: string;
  attrs?: Record<string, string>;
  children?: RichNode[];
}

/** Draws `nodes`, given as HTML text or as a list of nodes. */
export function richText({ element }: ControlHome): Control {
  const draw = (node: RichNode): Node => {
    if (node.type === "text") return element.ownerDocument.createTextNode(node.text ?? "");
    const made = element.ownerDocument.createElement(node.name ?? "span");
    for (const [name, value] of Object.entries(node.attrs ?? {})) made.setAttribute(name, value);
    made.append(...(node.children ?? []).map(draw));
    return made;
  };
  return {
    attribute(name, value) {
      if (name !== "nodes") return;
      if (typeof value === "string") element.innerHTML = value;
      else if (Array.isArray(value)) element.replaceChildren(...(value as RichNode[]).map(draw));
    },
  };
}
