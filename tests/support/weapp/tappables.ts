import type { ViewElement } from "./host/viewContext";

export interface Tappable {
  element: Element;
  tag: string;
  /** `aria-role`, else the role that the client gives the tag; "" where there is none. */
  role: string;
  name: string;
  /** The group of choices, list or sheet that it is in, by its label; "" outside all of them. */
  group: string;
}

const groups = ["radiogroup", "list", "dialog", "navigation"].map((role) => `[aria-role="${role}"]`).join(", ");

const ownRoles: Record<string, string> = {
  "wx-button": "button",
  "wx-input": "textbox",
  "wx-textarea": "textbox",
  "wx-switch": "switch",
  "wx-checkbox": "checkbox",
  "wx-radio": "radio",
  "wx-slider": "slider",
  "wx-picker": "",
};
/** Taro binds taps on these, and on what stops drags, whether anybody listens or not. */
const boundByDefault = new Set([
  "wx-scroll-view",
  "wx-form",
  "wx-swiper",
  "wx-swiper-item",
  "wx-label",
  "wx-page",
  "wx-picker-view",
]);

/** What a finger can use within an element: elements with a tap handler, and controls. Hidden ones are left out. */
export function listTappables(root: Element): Tappable[] {
  return [...root.querySelectorAll<ViewElement>("*")].flatMap((element) => {
    const tag = element.tagName.toLowerCase();
    const listens = element.wxListens?.has("tap") ?? false;
    const idle = boundByDefault.has(tag) || element.wxStopsDrags === true;
    const counts = tag in ownRoles || (listens && (!idle || element.hasAttribute("aria-role")));
    if (!counts || isHidden(element)) return [];
    const role = element.getAttribute("aria-role") ?? ownRoles[tag] ?? "";
    const group = element.parentElement?.closest(groups)?.getAttribute("aria-label") ?? "";
    return [{ element, tag, role, name: accessibleName(element), group }];
  });
}

/** What a screen reader says: the label, else the placeholder of a field, else the text inside. */
export function accessibleName(element: Element): string {
  const given = element.getAttribute("aria-label") ?? element.getAttribute("placeholder");
  if (given) return given;
  const readable = (node: Element): string =>
    [...node.childNodes]
      .map((child) => {
        if (child.nodeType === child.TEXT_NODE) return child.textContent ?? "";
        const inner = child as Element;
        if (inner.nodeType !== inner.ELEMENT_NODE || inner.getAttribute("aria-hidden") === "true") return "";
        return inner.getAttribute("aria-label") ?? readable(inner);
      })
      .join("");
  return readable(element).replace(/\s+/g, " ").trim();
}

function isHidden(element: Element): boolean {
  return element.closest('[hidden], [aria-hidden="true"]') !== null;
}
