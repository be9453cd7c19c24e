import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { Script } from "node:vm";
import { hashOf } from "../../../../../config/run/inputs.mjs";

const root = resolve(__dirname, "../../../../..");
/** All that the bundle is made from, and how. */
const inputs = [
  ...[
    "shared/domain",
    "config/index.ts",
    "config/dev.ts",
    "config/prod.ts",
    "config/ariaTemplates.ts",
    "babel.config.js",
  ],
  ...["package.json", "package-lock.json", "tests/shared/domain/pay/support/phoneBundle.ts"],
];

interface MiniSettings {
  mini: { webpackChain(chain: object): void };
}

/** What the mini-program's build tells Babel beside `babel.config.js`, asked of the build's own settings. */
async function babelOptions(): Promise<object> {
  const { default: taroConfig } = await import("../../../../../config/index");
  // The settings are a function of a merge; what production adds to them is not about Babel.
  const ask = taroConfig as unknown as (
    merge: (target: object, base: MiniSettings) => MiniSettings,
  ) => Promise<MiniSettings>;
  const settings = await ask((_target, base) => base);
  let options: object = {};
  const tap = (change: (given: object) => object) => (options = change(options));
  const anything = { use: () => anything, set: () => anything, tap: () => anything };
  settings.mini.webpackChain({
    merge: () => undefined,
    plugin: () => anything,
    resolve: { alias: anything },
    module: { rule: () => ({ use: () => ({ tap }) }) },
    // What makes programs small changes nothing that they compute: here it is webpack's usual.
    optimization: { minimizer: () => ({ get: () => ({ swcMinify: undefined }), use: () => undefined }) },
  });
  return options;
}

/** What the mini-program imports of the pay engine. */
export const phoneEngine = "shared/domain/pay/phone.ts";
/** The same, with what tells whether it agrees with the server. */
export const comparedEngine = "tests/shared/domain/pay/support/phoneEntry.ts";

/**
 * What a file exports, as the mini-program carries it: the same Babel settings and webpack, production mode.
 * Returns its source text, which stays in dist/.test until something that it is made from changes.
 * @param entry of the project; imports only what is in shared/domain
 */
export async function phoneBundle(entry: string): Promise<string> {
  const folder = join(root, "dist/.test/phoneBundle", basename(entry, ".ts"));
  const kept = join(folder, `${hashOf(root, [...inputs, entry])}.js`);
  if (!existsSync(kept)) {
    const source = await newBundle(entry);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    // By renaming, so that one that was written half is never read.
    writeFileSync(`${kept}.new`, source);
    renameSync(`${kept}.new`, kept);
  }
  return readFileSync(kept, "utf8");
}

async function newBundle(entry: string): Promise<string> {
  const { default: webpack } = await import("webpack");
  const before = { ...process.env };
  // What Taro sets for its own production build; under "test" Babel would write for this Node.
  Object.assign(process.env, { NODE_ENV: "production", TARO_ENV: "weapp", TARO_PLATFORM: "mini" });
  const outDir = mkdtempSync(join(tmpdir(), "xiaoli-pay-"));
  const options = { ...(await babelOptions()), configFile: join(root, "babel.config.js"), cacheDirectory: false };
  const compiler = webpack({
    mode: "production",
    context: root,
    entry: join(root, entry),
    target: ["web", "es5"],
    output: { path: outDir, filename: "pay.js", library: { name: "pay", type: "var" } },
    resolve: { extensions: [".ts", ".js"], alias: { "@shared": join(root, "shared") } },
    module: { rules: [{ test: /\.[jt]s$/, use: [{ loader: require.resolve("babel-loader"), options }] }] },
    performance: false,
  });
  try {
    await new Promise<void>((done, failed) =>
      compiler.run((error, stats) => {
        if (error || stats?.hasErrors()) failed(error ?? new Error(stats?.toString("errors-only")));
        else done();
      }),
    );
    return readFileSync(join(outDir, "pay.js"), "utf8");
  } finally {
    rmSync(outDir, { recursive: true, force: true });
    process.env = before;
  }
}

/** Runs the bundle where nothing of Node is and gives what it exports. */
export function runBundle(source: string): Record<string, unknown> {
  return new Script(`${source}\n;pay`).runInNewContext({}) as Record<string, unknown>;
}
