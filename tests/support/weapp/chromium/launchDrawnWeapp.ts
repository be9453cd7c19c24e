import path from "node:path";
import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import { compileWeapp } from "../compile/compileWeapp";
import type { Problem } from "../compile/compiledWeapp";
import type { HostError } from "../host/journal";
import { phone, type Device } from "../host/wx/device";
import type { LaunchOptions } from "../launchWeapp";
import { baseStyle } from "./baseStyle";
import type { DrawnTappable, InPage } from "./inPage";

const ORIGIN = "https://servicewechat.com";
const UNTIL_MS = 12_000;
/** Status and navigation bar are the client's: a page has what is left. */
const CLIENT_BARS_PX = 64;

/** The compiled mini-program drawn by a browser: layout, real touches, pictures of the screen. */
export interface DrawnWeapp {
  page: Page;
  route(): Promise<string>;
  title(): Promise<string>;
  text(selector?: string): Promise<string | null>;
  tappables(): Promise<DrawnTappable[]>;
  /** A finger on the middle of the one thing that has this name. */
  tap(name: string): Promise<void>;
  tapOn(selector: string): Promise<void>;
  input(selector: string, value: string): Promise<void>;
  choose(selector: string, value: unknown): Promise<void>;
  until<T>(probe: () => Promise<T>, timeoutMs?: number): Promise<NonNullable<T>>;
  open(url: string): Promise<void>;
  back(): Promise<void>;
  tab(index: number): Promise<void>;
  errors(): Promise<HostError[]>;
  problems: readonly Problem[];
  close(): Promise<void>;
}

export async function launchDrawnWeapp(dir: string, browser: Browser, options: LaunchOptions): Promise<DrawnWeapp> {
  const device: Device = { ...phone, ...options.device };
  const compiled = compileWeapp(dir, { widthPx: device.widthPx });
  const context = await browser.newContext({
    viewport: { width: device.widthPx, height: device.heightPx - CLIENT_BARS_PX },
    ...{
      isMobile: true,
      hasTouch: true,
      deviceScaleFactor: 2,
      locale: "zh-CN",
      colorScheme: device.theme,
      serviceWorkers: "block",
    },
  });
  const page = await context.newPage();
  const outside: HostError[] = [];
  page.on("pageerror", (error) => outside.push({ where: "page", message: error.message }));
  await page.exposeFunction("weappNative", (api: string, args: unknown) => answer(options.native, api, args));
  await page.route("**/*", async (route) => {
    const url = new URL(route.request().url());
    if (url.origin !== ORIGIN) return route.abort();
    if (url.pathname === "/") return route.fulfill({ contentType: "text/html; charset=utf-8", body: shell });
    if (url.pathname === "/host.js") return route.fulfill({ contentType: "text/javascript", body: await hostScript() });
    return route.fulfill({ path: path.join(dir, decodeURIComponent(url.pathname)) });
  });
  await page.goto(`${ORIGIN}/`);
  const { path: startPath, query, without } = options;
  const launch = {
    ...{ device, nativeNames: Object.keys(options.native), storage: [...(options.storage ?? [])] },
    ...(startPath ? { path: startPath } : {}),
    ...(query ? { query } : {}),
    ...(without ? { without: [...without] } : {}),
  };
  await page.evaluate(([app, given]) => window.weapp.launch(app, given), [compiled, launch] as const);
  return face(page, compiled.problems, outside, () => context.close());
}

function face(page: Page, problems: Problem[], outside: HostError[], close: () => Promise<void>): DrawnWeapp {
  const ask = <K extends keyof InPage>(name: K, ...args: Parameters<InPage[K]>) =>
    page.evaluate(
      // One function for all: its types are those of the face above.
      ([method, given]) => (window.weapp[method as K] as (...list: unknown[]) => unknown)(...(given as unknown[])),
      [name, args] as [string, unknown],
    ) as Promise<ReturnType<InPage[K]>>;
  /** Within the page that is shown. */
  const shown = (selector: string) => page.locator(`wx-window:not([hidden]) ${selector}`).first();
  const errors = async () => [...outside, ...(await ask("errors"))];
  return {
    page,
    problems,
    errors,
    route: () => ask("route"),
    title: () => ask("title"),
    text: (selector) => ask("text", selector),
    tappables: () => ask("tappables"),
    async tap(name) {
      await ask("point", name);
      await page.locator("[data-finger]").tap();
    },
    tapOn: (selector) => shown(selector).tap(),
    input: (selector, value) => shown(`${selector} > :is(input, textarea)`).fill(value),
    choose: (selector, value) => ask("choose", selector, value),
    open: (url) => ask("open", url),
    back: () => ask("back"),
    tab: (index) => ask("tab", index),
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
        await new Promise((resolve) => setTimeout(resolve, 20));
      } while (Date.now() < endsAt);
      const where = `${await ask("route")}: ${await ask("text")}\n${JSON.stringify(await errors())}`;
      throw new Error(`Not within ${timeoutMs} ms: ${probe.toString()}\nlast: ${String(last)}\n${where}`);
    },
    close,
  };
}

async function answer(native: Record<string, unknown>, api: string, args: unknown): Promise<object> {
  try {
    const given = native[api];
    return { answer: typeof given === "function" ? await (given as (args: unknown) => unknown)(args) : given };
  } catch (thrown) {
    const { errMsg, message, ...rest } = thrown as { errMsg?: string; message?: string };
    return { refusal: { ...rest, errMsg: errMsg ?? `${api}:fail ${message ?? String(thrown)}` } };
  }
}

const shell = `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<style>${baseStyle}</style><script src="/host.js"></script></head><body></body></html>`;

let bundled: Promise<string> | undefined;

/** The host as one script for a page; made once in a process. */
function hostScript(): Promise<string> {
  bundled ??= build({
    entryPoints: [path.join(__dirname, "inPage.ts")],
    ...{ bundle: true, write: false, format: "iife", target: "es2020", logLevel: "silent" },
    define: { "process.env.NODE_ENV": '"development"' },
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? "");
  return bundled;
}
