import type { domlikeBackend, Element as ViewNode } from "glass-easel";
import { createControl, type Control } from "./elements/createControl";
import type { Journal } from "./journal";
import { rpxToPx } from "./rpx";
import { builtInTags } from "./tags";

/** A DOM element that the view layer made, with what the host keeps on it. */
export interface ViewElement extends HTMLElement {
  __wxElement?: ViewNode;
  /** Properties as the template gave them, before they became attributes. */
  wxProperties?: Map<string, unknown>;
  wxControl?: Control;
  /** Names of the events that the template listens to on this element. */
  wxListens?: Set<string>;
  /** It lets no drag through (`catchtouchmove`), as the ground of a sheet does. */
  wxStopsDrags?: boolean;
}

export interface ViewOptions {
  document: Document;
  widthPx: number;
  /** Without styles a jsdom view is several times faster, and it has no layout anyway. */
  styles: boolean;
  /** Tags that `usingComponents` of some file defines. */
  componentTags: ReadonlySet<string>;
  packageFiles: Record<string, number>;
  loadImages: boolean;
}

/** EventMutLevel.Final; the package exports this enum as a type only. */
const CAUGHT = 2;
const builtIn = new Set(builtInTags);

/**
 * The view layer over a plain DOM, in the form that glass-easel expects of a backend. Built-in tags become `wx-<tag>`.
 * It touches no global name, so that several phones can live in one process.
 */
export class ViewContext {
  /** BackendMode.Domlike; the package exports this enum as a type only. */
  readonly mode = 3;
  /** Where style sheets of the page that is being opened go: each page has its own, as each web view has. */
  styleHome: HTMLElement;
  private readonly sheets = new Map<string, string>();

  constructor(
    readonly options: ViewOptions,
    private readonly journal: Journal,
    private readonly trigger: (node: ViewNode, type: string, detail: unknown) => void,
  ) {
    this.styleHome = options.document.head;
  }

  /** glass-easel's own type asks for more than it uses of a DOM-like backend. */
  asBackend(): domlikeBackend.Context {
    return this as unknown as domlikeBackend.Context;
  }

  readonly document = {
    createElement: (tag: string): ViewElement => this.createElement(tag),
    createTextNode: (text: string): Text => this.options.document.createTextNode(text),
    createDocumentFragment: (): DocumentFragment => this.options.document.createDocumentFragment(),
  };

  private createElement(tag: string): ViewElement {
    const known = builtIn.has(tag) || tag === "page";
    if (!known && !this.options.componentTags.has(tag))
      this.journal.fail("template", `<${tag}> is no tag of a mini-program`);
    const element: ViewElement = this.options.document.createElement(known ? `wx-${tag}` : tag);
    const properties = new Map<string, unknown>();
    element.wxProperties = properties;
    const trigger = (type: string, detail: unknown) => {
      if (element.__wxElement) this.trigger(element.__wxElement, type, detail);
    };
    const fail = (message: string) => this.journal.fail(tag, message);
    const control = known ? createControl(tag, { element, properties, trigger, fail, view: this.options }) : null;
    if (control) element.wxControl = control;
    const write = element.setAttribute.bind(element);
    const erase = element.removeAttribute.bind(element);
    const receive = (name: string, given: unknown) => {
      // The framework hands text to a DOM; its node has the value as the template gave it.
      const value = name === "style" ? given : (element.__wxElement?.getAttribute(name) ?? given);
      properties.set(name, value);
      const text = name === "style" ? rpxToPx(String(given), this.options.widthPx) : attributeText(name, value);
      if (text === null) erase(name);
      else write(name, text);
      control?.attribute?.(name, value);
    };
    element.setAttribute = receive;
    element.removeAttribute = (name) => receive(name, false);
    return element;
  }

  destroy(): void {
    this.sheets.clear();
  }

  getWindowWidth(): number {
    return this.options.widthPx;
  }

  getWindowHeight(): number {
    return this.options.document.documentElement.clientHeight;
  }

  getDevicePixelRatio(): number {
    return 2;
  }

  getTheme(): string {
    return "light";
  }

  registerStyleSheetContent(path: string, content: unknown): void {
    this.sheets.set(path, String(content));
  }

  appendStyleSheetPath(path: string): number {
    const css = this.sheets.get(path);
    if (css && this.options.styles) {
      const style = this.options.document.createElement("style");
      style.textContent = css;
      this.styleHome.appendChild(style);
    }
    return 0;
  }

  disableStyleSheet(): void {
    // A page's sheets go with its container.
  }

  render(done: (error: Error | null) => void): void {
    setTimeout(() => done(null), 0);
  }

  getRootNode(): HTMLElement {
    return this.options.document.body;
  }

  associateValue(element: ViewElement, node: ViewNode): void {
    element.__wxElement = node;
  }

  onEvent(): void {
    // `wireEvents` listens to the document instead.
  }

  setListenerStats(element: ViewElement | null, type: string, _capture: boolean, mutLevel: number): void {
    if (!element) return;
    (element.wxListens ??= new Set()).add(type);
    if (type === "touchmove" && mutLevel === CAUGHT) element.wxStopsDrags = true;
  }

  setModelBindingStat(): void {
    // Two-way binding (`model:value`) is not what Taro writes.
  }
}

/** What a property looks like as an attribute, for tests and style sheets; null for none. */
function attributeText(name: string, value: unknown): string | null {
  // Pictures are the inner element's: the outer one never loads anything.
  if (name === "src") return null;
  if (value === true) return "";
  return (typeof value === "string" && value !== "") || typeof value === "number" ? String(value) : null;
}
