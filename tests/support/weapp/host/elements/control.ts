import type { ViewElement, ViewOptions } from "../viewContext";

/** What a built-in tag can do beyond being drawn. */
export interface Control {
  /** A property changed. */
  attribute?(name: string, value: unknown): void;
  /** A tap landed on it, or on its label. */
  activate?(): void;
  /** A person chose in its native sheet, dragged it or swiped it; throws where that is impossible. */
  choose?(value: unknown): void;
  /** A person typed this. */
  type?(text: string): void;
  /** What a form submits under its name. */
  formValue?(): unknown;
  reset?(): void;
}

export interface ControlHome {
  element: ViewElement;
  properties: ReadonlyMap<string, unknown>;
  trigger: (type: string, detail: unknown) => void;
  /** Records something that the client would refuse or that this host does not simulate. */
  fail: (message: string) => void;
  view: ViewOptions;
}

export function isOn(value: unknown): boolean {
  return value === true || (typeof value === "string" && value !== "" && value !== "false");
}

export function isDisabled(element: ViewElement): boolean {
  return isOn(element.wxProperties?.get("disabled"));
}

/** A property as text; "" for what is none. */
export function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** The nearest `wx-<tag>` around an element. */
export function closest(element: Element, ...tags: string[]): ViewElement | null {
  return element.closest<ViewElement>(tags.map((tag) => `wx-${tag}`).join(","));
}

export function descendants(element: Element, tag: string): ViewElement[] {
  return [...element.querySelectorAll<ViewElement>(`wx-${tag}`)];
}
