import type { CompiledWeapp } from "../compile/compiledWeapp";
import type { Journal } from "./journal";
import { languageNames, missingNames } from "./missingNames";
import type { Timers } from "./timers";

/** What WeChat hands to every file of a mini-program. */
export interface LogicNames {
  wx: object;
  App: (definition: Definition) => void;
  Page: (definition: Definition) => void;
  Component: (definition: Definition) => void;
  Behavior: (definition: Definition) => unknown;
  getApp: () => unknown;
  getCurrentPages: () => unknown[];
}

export type Definition = Record<string, unknown>;

/** Runs the files of one launch as WeChat does: each once, `require` between them, nothing of a browser or of Node. */
export class LogicLayer {
  /** The file that runs now without its ending: where `Page(…)` belongs. */
  running = "";
  private readonly modules = new Map<string, { exports: unknown }>();
  private readonly values: Record<string, unknown>;

  constructor(
    private readonly compiled: CompiledWeapp,
    names: LogicNames,
    timers: Timers,
    private readonly journal: Journal,
  ) {
    const clocks = {
      setTimeout: timers.setTimeout,
      setInterval: timers.setInterval,
      clearTimeout: timers.clear,
      clearInterval: timers.clear,
    };
    const shared = { ...names, ...clocks, console: this.console() };
    const realm = globalThis as unknown as Record<string, unknown>;
    const globals: Record<string, unknown> = {};
    for (const name of languageNames) globals[name] = realm[name];
    Object.assign(globals, shared);
    this.values = { ...shared, globalThis: globals, global: globals };
    for (const name of missingNames) this.values[name] = undefined;
  }

  run(file: string): unknown {
    const known = this.modules.get(file);
    if (known) return known.exports;
    const code = this.compiled.scripts[file];
    if (code === undefined) throw new Error(`module '${file}' is not defined`);
    const module: { exports: unknown } = { exports: {} };
    this.modules.set(file, module);
    const before = this.running;
    this.running = file.replace(/\.js$/, "");
    try {
      const names = Object.keys(this.values);
      // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the mini-program's own code, run as its client runs it
      new Function("require", "module", "exports", ...names, `${code}\n//# sourceURL=weapp:///${file}`).call(
        undefined,
        (target: string) => this.run(resolve(file, target, this.compiled.scripts)),
        module,
        module.exports,
        ...names.map((name) => this.values[name]),
      );
    } catch (thrown) {
      this.journal.fail(file, thrown);
    } finally {
      this.running = before;
    }
    return module.exports;
  }

  private console() {
    const quiet = () => undefined;
    const error = (...parts: unknown[]) => this.journal.fail("console.error", parts.map(wordOf).join(" "));
    const warn = (...parts: unknown[]) => void this.journal.warnings.push(parts.map(wordOf).join(" "));
    return {
      log: quiet,
      info: quiet,
      debug: quiet,
      trace: quiet,
      group: quiet,
      groupEnd: quiet,
      time: quiet,
      timeEnd: quiet,
      error,
      warn,
    };
  }
}

function wordOf(part: unknown): string {
  if (part instanceof Error) return part.stack ?? part.message;
  return typeof part === "string" ? part : (JSON.stringify(part) ?? String(part));
}

function resolve(from: string, target: string, scripts: Record<string, string>): string {
  const parts = target.startsWith("/") ? [] : from.split("/").slice(0, -1);
  for (const part of target.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  const path = parts.join("/");
  return [path, `${path}.js`, `${path}/index.js`].find((file) => file in scripts) ?? `${path}.js`;
}
