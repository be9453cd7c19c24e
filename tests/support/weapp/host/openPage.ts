import type { CompiledWeapp } from "../compile/compiledWeapp";
import { checkData } from "./dataChecks";
import type { Journal } from "./journal";
import type { Space } from "./space";
import type { ViewContext } from "./viewContext";

/** What the host uses of a page's `this`; the rest is the mini-program's own. */
export interface PageInstance {
  route: string;
  __route__: string;
  options: Record<string, string>;
  setData(data: object, callback?: () => void): void;
  [name: string]: unknown;
}

export interface OpenPage {
  route: string;
  query: Record<string, string>;
  instance: PageInstance;
  /** The page's tree; beside it, in the same window, stand its own style sheets. */
  tree: Element;
  call(lifetime: string, argument?: unknown): unknown;
  show(): void;
  hide(): void;
  unload(): void;
}

export interface PageHome {
  compiled: CompiledWeapp;
  space: Space;
  view: ViewContext;
  journal: Journal;
  templateNames: ReadonlySet<string>;
}

/** Makes a page and draws it: onLoad, onShow, onReady, as the client calls them. */
export function openPage(route: string, query: Record<string, string>, home: PageHome): OpenPage {
  const { space, view, journal } = home;
  const { document } = view.options;
  const container = document.createElement("wx-window");
  const place = container.appendChild(document.createElement("wx-placeholder"));
  view.styleHome = container;
  const root = space.backend.createRoot("page", space.code, route);
  const instance = root.get() as unknown as PageInstance;
  // Taro reads both before onLoad.
  instance.route = instance.__route__ = route;
  instance.options = query;
  const setData = instance.setData.bind(instance);
  instance.setData = (data, callback) => {
    const copy = checkData(data, route, home.templateNames, journal) as object;
    setData(copy, callback);
  };
  document.body.appendChild(container);
  root.attach(container as never, place as never);

  const call = (lifetime: string, argument?: unknown) => {
    const method = instance[lifetime];
    if (typeof method !== "function") return undefined;
    // A lifetime of the mini-program: what it takes and answers is its own.
    return journal.guard(`${route} ${lifetime}`, () =>
      (method as (given?: unknown) => unknown).call(instance, argument),
    );
  };
  let shown = false;
  const page: OpenPage = {
    route,
    query,
    instance,
    tree: container.querySelector("wx-page") ?? container,
    call,
    show() {
      if (shown) return;
      shown = true;
      container.hidden = false;
      for (const style of container.querySelectorAll("style")) style.media = "";
      call("onShow");
    },
    hide() {
      if (!shown) return;
      shown = false;
      call("onHide");
      container.hidden = true;
      // Style sheets of a hidden page are another web view's.
      for (const style of container.querySelectorAll("style")) style.media = "not all";
    },
    unload() {
      call("onUnload");
      root.release();
      container.remove();
    },
  };
  call("onLoad", query);
  page.show();
  call("onReady");
  return page;
}
