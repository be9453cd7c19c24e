import { triggerEvent } from "glass-easel";
import type { CompiledWeapp } from "../compile/compiledWeapp";
import { Journal } from "./journal";
import { LogicLayer, type Definition } from "./logicLayer";
import { PageStack } from "./pageStack";
import { createSpace } from "./space";
import { Timers } from "./timers";
import { ViewContext } from "./viewContext";
import { wireEvents, type Trigger } from "./wireEvents";
import { createWx } from "./wx/createWx";
import type { Device } from "./wx/device";
import type { Native } from "./wx/native";
import type { Storage } from "./wx/storage";

export interface HostOptions {
  document: Document;
  native: Native;
  device: Device;
  storage: Storage;
  path?: string;
  query?: Record<string, string>;
  without?: readonly string[];
  /** A page that is drawn has styles and loads pictures; a bare DOM needs neither. */
  drawn: boolean;
}

/** A running mini-program over some document. Drivers add what a person does. */
export interface Host {
  journal: Journal;
  stack: PageStack;
  tabBar: { text: string; badge: string | null }[];
  /** What `getApp()` answers. */
  app(): Definition;
  /** Tells the mini-program what the client tells: `onNetworkStatusChange`, `onThemeChange` … */
  emit(event: string, payload: unknown): void;
  /** The person leaves the mini-program, or comes back. */
  background(): void;
  foreground(): void;
  pull(): void;
  close(): void;
}

/**
 * Starts a mini-program: app.js, then the file of every component and page, then the first page. The client may put off a
 * page's file until it is opened; here a mistake in one is found at once.
 */
export function createHost(compiled: CompiledWeapp, options: HostOptions): Host {
  const { document, native, device, storage } = options;
  const journal = new Journal();
  const timers = new Timers(journal);
  const trigger: Trigger = (element, type, detail, extraFields = {}) => {
    const node = element.__wxElement;
    if (node)
      journal.guard(type, () =>
        triggerEvent(node, type, detail, { bubbles: true, composed: true, capturePhase: true, extraFields }),
      );
  };
  const componentTags = new Set(
    Object.values(compiled.configs).flatMap((config) => Object.keys(config.usingComponents ?? {})),
  );
  const view = new ViewContext(
    {
      document,
      widthPx: device.widthPx,
      styles: options.drawn,
      loadImages: options.drawn,
      packageFiles: compiled.files,
      componentTags,
    },
    journal,
    (node, type, detail) => journal.guard(type, () => triggerEvent(node, type, detail, {})),
  );
  const space = createSpace(compiled, view, journal);
  const stack = new PageStack({ compiled, space, view, journal, templateNames: new Set(compiled.templateNames) });
  const launch = { path: options.path ?? compiled.pages[0] ?? "", query: options.query ?? {}, scene: 1001 };
  const tabBar = (compiled.appConfig.tabBar?.list ?? []).map(({ text }) => ({ text, badge: null as string | null }));
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  let alive = true;
  const wx = createWx({
    ...{ compiled, journal, stack, timers, device, storage, native, launch, tabBar, listeners },
    requiredPrivateInfos: compiled.appConfig.requiredPrivateInfos ?? [],
    without: options.without ?? [],
    alive: () => alive,
  });

  let app: Definition = {};
  const inEnv = (kind: "Page" | "Component" | "Behavior", definition: Definition): unknown =>
    space.code.componentEnv(logic.running, (env) => {
      // The adapter's types follow a definition's parts; here it is whatever the mini-program wrote.
      const define: (given: never) => unknown = env[kind];
      return define(definition as never);
    });
  const logic: LogicLayer = new LogicLayer(
    compiled,
    {
      wx,
      App: (definition) => (app = definition),
      Page: (definition) => inEnv("Page", definition),
      Component: (definition) => inEnv("Component", definition),
      Behavior: (definition) => inEnv("Behavior", definition),
      getApp: () => app,
      getCurrentPages: () => stack.all().map(({ instance }) => instance),
    },
    timers,
    journal,
  );
  const callApp = (lifetime: string, argument?: unknown) => {
    const method = app[lifetime];
    // A lifetime of the mini-program: what it takes and answers is its own.
    if (typeof method === "function")
      journal.guard(`app ${lifetime}`, () => (method as (given: unknown) => unknown).call(app, argument));
  };

  wireEvents(document, trigger);
  logic.run("app.js");
  const components = Object.entries(compiled.configs).flatMap(([path, config]) => (config.component ? [path] : []));
  for (const path of [...components, ...compiled.pages]) {
    if (`${path}.js` in compiled.scripts) logic.run(`${path}.js`);
  }
  callApp("onLaunch", launch);
  callApp("onShow", launch);
  const query = Object.entries(launch.query).map(([name, value]) => `${name}=${value}`);
  journal.guard("launch", () => stack.reLaunch(`/${launch.path}${query.length ? `?${query.join("&")}` : ""}`));

  return {
    journal,
    stack,
    tabBar,
    app: () => app,
    emit(event, payload) {
      for (const listener of listeners.get(event) ?? []) journal.guard(`wx.${event}`, () => listener(payload));
    },
    background() {
      stack.current().call("onHide");
      callApp("onHide");
    },
    foreground() {
      callApp("onShow", launch);
      stack.current().call("onShow");
    },
    pull() {
      const page = stack.current();
      if (!stack.configOf(page).enablePullDownRefresh)
        throw new Error(`${page.route} does not say enablePullDownRefresh`);
      page.call("onPullDownRefresh");
    },
    close() {
      if (!alive) return;
      stack.closeAll();
      alive = false;
      timers.endAll();
      space.close();
      view.destroy();
    },
  };
}
