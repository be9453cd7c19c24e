/* The part of the host that runs inside the page. It is bundled, so it must import nothing of Node. */
import type { CompiledWeapp } from "../compile/compiledWeapp";
import { createHost, type Host } from "../host/createHost";
import type { HostError } from "../host/journal";
import type { Device } from "../host/wx/device";
import { listTappables } from "../tappables";

export interface InPageOptions {
  device: Device;
  nativeNames: string[];
  storage: [string, string][];
  path?: string;
  query?: Record<string, string>;
  without?: string[];
}

/** A thing to tap with its place on the screen. */
export interface DrawnTappable {
  tag: string;
  role: string;
  name: string;
  box: { x: number; y: number; width: number; height: number };
}

/** What the driver calls from outside. */
export interface InPage {
  launch(compiled: CompiledWeapp, options: InPageOptions): void;
  route(): string;
  title(): string;
  text(selector?: string): string | null;
  tappables(): DrawnTappable[];
  /** Marks the one thing of this name, so that a finger can find it by `[data-finger]`. */
  point(name: string): void;
  choose(selector: string, value: unknown): void;
  open(url: string): void;
  back(): void;
  tab(index: number): void;
  errors(): HostError[];
  warnings(): string[];
  log(): { api: string; args: unknown }[];
}

declare global {
  interface Window {
    weapp: InPage;
    /** Set by the driver: answers for the phone. */
    weappNative(api: string, args: unknown): Promise<{ answer?: unknown; refusal?: object }>;
  }
}

let host: Host;
const page = () => host.stack.current().tree;

window.weapp = {
  launch(compiled, { device, nativeNames, storage, ...launch }) {
    const names = new Set(nativeNames);
    const native = {
      has: (api: string) => names.has(api),
      async call(api: string, args: unknown) {
        const { answer, refusal } = await window.weappNative(api, args);
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- the client refuses with a plain object that has errMsg
        if (refusal) throw refusal;
        return answer;
      },
    };
    host = createHost(compiled, { document, native, device, storage: new Map(storage), drawn: true, ...launch });
    window.addEventListener("unhandledrejection", (event) => host.journal.fail("unhandled rejection", event.reason));
    window.addEventListener("error", (event) => host.journal.fail("window", event.error ?? event.message));
  },
  route: () => host.stack.current().route,
  title: () => host.stack.title(),
  text: (selector) => (selector ? page().querySelector(selector) : page())?.textContent ?? null,
  tappables: () =>
    listTappables(page()).map(({ element, tag, role, name }) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { tag, role, name, box: { x, y, width, height } };
    }),
  point(name) {
    for (const old of document.querySelectorAll("[data-finger]")) old.removeAttribute("data-finger");
    const found = listTappables(page()).filter((item) => item.name === name);
    if (found.length !== 1) {
      const names = listTappables(page()).map((item) => `「${item.name}」`);
      throw new Error(
        `${found.length} things to tap on ${host.stack.current().route} are named ${name}. There are ${names.join(" ")}`,
      );
    }
    found[0]?.element.toggleAttribute("data-finger", true);
  },
  choose(selector, value) {
    const control = page().querySelector<Element & { wxControl?: { choose?(value: unknown): void } }>(
      selector,
    )?.wxControl;
    if (!control?.choose) throw new Error(`There is nothing to choose in ${selector}`);
    control.choose(value);
  },
  open: (url) => host.stack.navigateTo(url),
  back: () => host.stack.navigateBack(1),
  tab: (index) => host.stack.switchTab(`/${host.stack.tabRoute(index)}`),
  errors: () => host.journal.errors,
  warnings: () => host.journal.warnings,
  log: () => host.journal.log,
};
