import { JSDOM } from "jsdom";
import { compileWeapp } from "./compile/compileWeapp";
import type { Problem } from "./compile/compiledWeapp";
import { createHost, type Host } from "./host/createHost";
import type { ApiCall, HostError } from "./host/journal";
import type { ViewElement } from "./host/viewContext";
import { phone, type Device } from "./host/wx/device";
import type { Native } from "./host/wx/native";
import type { Storage } from "./host/wx/storage";
import { listTappables, type Tappable } from "./tappables";

/** Far above what it takes: a busy machine must not fail a test. */
const UNTIL_MS = 12_000;
const POLL_MS = 5;

export interface LaunchOptions {
  /** Answers for the phone by name (`getLocation`, `qy.login`): a value, or a function of the call's options. */
  native: Record<string, unknown>;
  path?: string;
  query?: Record<string, string>;
  device?: Partial<Device>;
  /** What the phone kept from an earlier launch. */
  storage?: Storage;
  without?: readonly string[];
}

export interface WeappHost {
  /** `pages/list/index` */
  route(): string;
  query(): Record<string, string>;
  title(): string;
  /** What `getApp()` answers. */
  app(): unknown;
  tabs(): readonly { text: string; badge: string | null }[];
  /** The routes of the tab bar, in its order. */
  tabRoutes(): string[];
  /** Within the page that is shown; built-in tags are `wx-view`, `wx-button` … */
  $(selector: string): Element | null;
  $$(selector: string): Element[];
  text(selector?: string): string | null;
  /** Everything on the page that a finger can use, with role and name. */
  tappables(): Tappable[];
  /** The one thing to tap whose name is, or matches, this; throws when there is none or more than one. */
  named(name: string | RegExp): Element;
  tap(target: string | Element): Promise<void>;
  input(target: string | Element, value: string): Promise<void>;
  /** Chooses in a native sheet: an index for a selector, `2026-03-26` for a date … */
  choose(target: string | Element, value: unknown): Promise<void>;
  /** Polls, waiting on through exceptions; in the end it fails with the probe's source and the text of the page. */
  until<T>(probe: () => T, timeoutMs?: number): Promise<NonNullable<Awaited<T>>>;
  /** Pull-down refresh. */
  pull(): Promise<void>;
  open(url: string): Promise<void>;
  back(): Promise<void>;
  tab(index: number): Promise<void>;
  background(): void;
  foreground(): void;
  emit(event: string, payload: unknown): void;
  readonly log: readonly ApiCall[];
  readonly errors: readonly HostError[];
  readonly warnings: readonly string[];
  readonly problems: readonly Problem[];
  readonly sizes: readonly { route: string; bytes: number }[];
  readonly storage: Storage;
  close(): void;
}

/** Starts a compiled mini-program in this process, drawn into a DOM without a browser. */
export async function launchWeapp(dir: string, options: LaunchOptions): Promise<WeappHost> {
  const device = { ...phone, ...options.device };
  const compiled = compileWeapp(dir, { widthPx: device.widthPx });
  const { window } = new JSDOM("<!DOCTYPE html><html><head></head><body></body></html>", {
    url: "https://servicewechat.com/",
  });
  const storage = options.storage ?? new Map<string, string>();
  const { path, query, without } = options;
  const host = createHost(compiled, {
    ...{ document: window.document, native: nativeOf(options.native), device, storage, drawn: false },
    ...(path ? { path } : {}),
    ...(query ? { query } : {}),
    ...(without ? { without } : {}),
  });
  await settle();
  return face(host, compiled.problems, storage, () => window.close());
}

function face(host: Host, problems: Problem[], storage: Storage, closeWindow: () => void): WeappHost {
  const { journal, stack } = host;
  const page = () => stack.current().tree;
  const find = (target: string | Element): ViewElement => {
    const element = typeof target === "string" ? page().querySelector<ViewElement>(target) : (target as ViewElement);
    if (!element)
      throw new Error(`Nothing on ${stack.current().route} matches ${wordOf(target)}:\n${page().textContent}`);
    return element;
  };
  // Spaces that keep a number with its unit are spaces to a reader.
  const text = (selector?: string) =>
    (selector ? page().querySelector(selector) : page())?.textContent?.replace(/\u00a0/g, " ") ?? null;
  return {
    route: () => stack.current().route,
    query: () => stack.current().query,
    title: () => stack.title(),
    app: () => host.app(),
    tabRoutes: () => stack.tabRoutes(),
    tabs: () => host.tabBar,
    $: (selector) => page().querySelector(selector),
    $$: (selector) => [...page().querySelectorAll(selector)],
    text,
    tappables: () => listTappables(page()),
    named(name) {
      const found = listTappables(page()).filter((item) =>
        typeof name === "string" ? item.name === name : name.test(item.name),
      );
      const [only] = found;
      if (found.length === 1 && only) return only.element;
      const names = listTappables(page()).map((item) => `「${item.name}」`);
      throw new Error(
        `${found.length} things to tap on ${stack.current().route} are named ${String(name)}. There are ${names.join(" ")}`,
      );
    },
    async tap(target) {
      const element = find(target);
      const { activeElement, defaultView: view } = element.ownerDocument;
      if (activeElement && "blur" in activeElement && !element.contains(activeElement))
        (activeElement as HTMLElement).blur();
      if (view) element.dispatchEvent(new view.MouseEvent("click", { bubbles: true, cancelable: true }));
      await settle();
    },
    async input(target, value) {
      const { wxControl } = find(target);
      if (!wxControl?.type) throw new Error(`Nobody can type into ${wordOf(target)}`);
      wxControl.type(value);
      await settle();
    },
    async choose(target, value) {
      const { wxControl } = find(target);
      if (!wxControl?.choose) throw new Error(`There is nothing to choose in ${wordOf(target)}`);
      wxControl.choose(value);
      await settle();
    },
    async until(probe, timeoutMs = UNTIL_MS) {
      const endsAt = Date.now() + timeoutMs;
      let last: unknown;
      do {
        try {
          const value = await probe();
          if (value) return value;
          last = value;
        } catch (thrown) {
          last = thrown;
        }
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      } while (Date.now() < endsAt);
      const errors = journal.errors.map(({ where, message }) => `\n  ${where}: ${message}`).join("");
      throw new Error(
        `Not within ${timeoutMs} ms on ${stack.current().route}: ${probe.toString()}\nlast: ${String(last)}\ntext: ${text()}${errors}`,
      );
    },
    pull: () => moved(() => host.pull()),
    open: (url) => moved(() => stack.navigateTo(url)),
    back: async () => {
      const held = page().querySelector<ViewElement>("wx-page-container");
      if (!held) return moved(() => stack.navigateBack(1));
      held.wxControl?.choose?.("back");
      await settle();
    },
    tab: (index) =>
      moved(() => {
        const target = host.tabBar[index];
        if (!target) throw new Error(`There is no tab ${index}`);
        stack.switchTab(`/${stack.tabRoute(index)}`);
        stack.current().call("onTabItemTap", { index, pagePath: stack.tabRoute(index), text: target.text });
      }),
    background: () => host.background(),
    foreground: () => host.foreground(),
    emit: (event, payload) => host.emit(event, payload),
    log: journal.log,
    errors: journal.errors,
    warnings: journal.warnings,
    sizes: journal.sizes,
    problems,
    storage,
    close() {
      host.close();
      closeWindow();
    },
  };
}

function wordOf(target: string | Element): string {
  return typeof target === "string" ? target : target.outerHTML.slice(0, 200);
}

function nativeOf(answers: Record<string, unknown>): Native {
  return {
    has: (api) => api in answers,
    call(api, args) {
      const answer = answers[api];
      return typeof answer === "function" ? (answer as (given: unknown) => unknown)(args) : answer;
    },
  };
}

/** Nobody leaves a page in the moment in which it opens: what is due then happens first. */
async function moved(move: () => void): Promise<void> {
  move();
  await settle();
}

/** Lets answers and renders that are due now happen. */
async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  await new Promise((resolve) => setTimeout(resolve, 0));
}
