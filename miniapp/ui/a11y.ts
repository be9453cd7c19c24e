/*
 * The only place that writes accessibility attributes. The mini-program reads aria-role, browsers read role; both want
 * strings, since a `false` would take the attribute away.
 */

export type Role =
  | "alert"
  | "banner"
  | "button"
  | "checkbox"
  | "dialog"
  | "heading"
  | "img"
  | "list"
  | "listitem"
  | "main"
  | "navigation"
  | "radio"
  | "radiogroup"
  | "region"
  | "status"
  | "textbox";

export interface Meaning {
  role?: Role;
  /** Thing and state in words; replaces what stands inside. */
  label?: string;
  hidden?: boolean;
  checked?: boolean;
  selected?: boolean;
  disabled?: boolean;
  expanded?: boolean;
  modal?: boolean;
  live?: "polite" | "assertive";
  /** Heading level on H5. */
  level?: 1 | 2 | 3;
  /** The page that one is on, in a navigation. */
  current?: boolean;
}

const onH5 = process.env.TARO_ENV === "h5";

export function a11y(meaning: Meaning): Record<string, string> {
  const { role, label, level, current, ...states } = meaning;
  const attributes: Record<string, string> = {};
  if (role) attributes[onH5 ? "role" : "aria-role"] = role;
  if (label) attributes["aria-label"] = label;
  for (const [name, value] of Object.entries(states)) {
    if (value !== undefined) attributes[`aria-${name}`] = String(value);
  }
  if (onH5 && level) attributes["aria-level"] = String(level);
  if (onH5 && current) attributes["aria-current"] = "page";
  return attributes;
}

interface KeyStroke {
  key: string;
  preventDefault(): void;
  target: unknown;
  currentTarget: unknown;
}

/** On H5: reachable by Tab, done by Enter and Space. Phones need none of it. */
export function keyboard(act: () => void, focusable = true): object {
  if (!onH5) return {};
  return {
    tabIndex: focusable ? 0 : -1,
    onKeyDown: (stroke: KeyStroke) => {
      if (stroke.target !== stroke.currentTarget || (stroke.key !== "Enter" && stroke.key !== " ")) return;
      stroke.preventDefault();
      act();
    },
  };
}

const steps: Record<string, 1 | -1> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * On H5: arrow keys go round a group of choices and take the focus along.
 * @param neighbour chooses the one after (1) or before (-1) the one of this id and says its id
 */
export function arrowKeys(neighbour: (step: 1 | -1, id: string) => string): object {
  if (!onH5) return {};
  return {
    onKeyDown: (stroke: KeyStroke) => {
      const step = steps[stroke.key];
      if (!step) return;
      stroke.preventDefault();
      // Within the group: pages that lie below live on in the document, with the same ids.
      const group = stroke.currentTarget as HTMLElement;
      const id = CSS.escape(neighbour(step, (stroke.target as HTMLElement).id));
      const next = group.querySelector<HTMLElement>(`#${id}`);
      next?.focus({ preventScroll: true });
      next?.scrollIntoView({ block: "nearest" });
    },
  };
}
