/**
 * Builds what is stale: the server's bundle, the H5 page, the mini-program. A build goes to a folder of its own, is checked,
 * takes its place by renaming, and is stamped last; so one that was killed half-way is never used.
 * As a command: node config/run/build.mjs server|h5|weapp|gallery
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { hashOf, sizeOf } from "./inputs.mjs";
import { install } from "./install.mjs";
import { root, shown } from "./paths.mjs";
import { holdLock } from "./lock.mjs";
import { runNode, twoAtATime } from "./processes.mjs";
import { main, log, step, Stop } from "./log.mjs";

const taroInputs = [
  "miniapp",
  "shared",
  "config/index.ts",
  "config/dev.ts",
  "config/prod.ts",
  "config/ariaTemplates.ts",
  "config/addOfflineWorker.ts",
  "config/packFiles.ts",
  "config/preloadFirstPage.ts",
  "config/offlineWorker.js",
];
const toolInputs = ["package.json", "package-lock.json", "tsconfig.json"];

/** What can be built: from which files, by which program into a folder, and which files prove that it is whole. */
const targets = {
  server: {
    inputs: ["server", "shared", "config/env.ts", "config/run/bundleServer.mjs", ...toolInputs],
    proof: ["main.js", "cli"],
    args: (folder) => [path.join(root, "config", "run", "bundleServer.mjs"), folder],
  },
  h5: {
    inputs: [...taroInputs, ...toolInputs, "babel.config.js"],
    proof: ["index.html", "js", "worker.js"],
    args: () => [path.join(root, "node_modules", "@tarojs", "cli", "bin", "taro"), "build", "--type", "h5"],
  },
  // All parts in all states, for their tests: the page without the product (see config/index.ts).
  gallery: {
    inputs: [...taroInputs, ...toolInputs, "babel.config.js"],
    proof: ["index.html", "js"],
    args: () => [path.join(root, "node_modules", "@tarojs", "cli", "bin", "taro"), "build", "--type", "h5"],
    env: { GALLERY: "only" },
  },
  weapp: {
    inputs: [...taroInputs, ...toolInputs, "babel.config.js", "project.config.json"],
    proof: ["app.js", "app.json", "base.wxml"],
    args: () => [path.join(root, "node_modules", "@tarojs", "cli", "bin", "taro"), "build", "--type", "weapp"],
    // The app id that developer tools and uploads go by stands in a copy of project.config.json.
    finish: (folder, { WEAPP_APPID }) => {
      const file = path.join(folder, "project.config.json");
      const project = JSON.parse(readFileSync(file, "utf8"));
      writeFileSync(file, `${JSON.stringify({ ...project, appid: WEAPP_APPID }, null, 2)}\n`);
    },
  },
};

/** The mini-program that the tests drive: its server's address leads nowhere, and the host answers its requests. */
export const testWeapp = { PUBLIC_URL: "https://xiaoli.test", WEAPP_APPID: "wx0000000000000000" };

/**
 * Builds those of the named targets that are stale.
 * @param values settings that go into the mini-program: PUBLIC_URL and WEAPP_APPID
 */
export async function build(names, { values = {}, base = root, from = targets } = {}) {
  await twoAtATime(buildWork(names, { values, base, from }));
}

/** The same as pieces of work, for whoever has others to do beside them. */
export function buildWork(names, { values = {}, base = root, from = targets } = {}) {
  const dist = path.join(base, "dist");
  return names.map((name) => async () => {
    const job = { name, target: from[name], base, dist, values: name === "weapp" ? values : {} };
    if (isFresh(job)) return;
    await holdLock(path.join(dist, ".stamps", `${name}.lock`), `another run builds ${name}`, async () => {
      if (isFresh(job)) return;
      await step(`Building ${name}`, () => buildOne(job));
    });
  });
}

/** Whether what stands in dist/ was made from the files as they are now, and is all there. */
export function isFresh({ name, target, base, dist, values }) {
  const stamp = readStamp(stampOf(dist, name));
  if (!stamp || stamp.hash !== hashOf(base, target.inputs, values)) return false;
  const { files, bytes } = sizeOf(path.join(dist, name));
  return stamp.files === files && stamp.bytes === bytes;
}

async function buildOne({ name, target, base, dist, values }) {
  const folder = path.join(dist, name);
  // Beside its final place, so that relative paths in source maps stay right.
  const temporary = path.join(dist, `${name}.building`);
  const stamp = stampOf(dist, name);
  const hash = hashOf(base, target.inputs, values);
  for (const leftover of [temporary, `${folder}.old`]) rmSync(leftover, { recursive: true, force: true });
  mkdirSync(temporary, { recursive: true });

  const env = {
    GALLERY: "",
    ...target.env,
    ...values,
    NODE_ENV: "production",
    BUILD_DIR: path.relative(root, temporary),
  };
  await runNode(target.args(temporary), { env, sentence: `The ${name} build failed:` });
  const missing = target.proof.filter((file) => !existsSync(path.join(temporary, file)));
  if (missing.length > 0) throw new Stop(`The ${name} build said it was done but made no ${missing.join(", ")}.`);
  target.finish?.(temporary, values);

  rmSync(stamp, { force: true });
  if (existsSync(folder)) renameSync(folder, `${folder}.old`);
  renameSync(temporary, folder);
  rmSync(`${folder}.old`, { recursive: true, force: true });
  writeFileSync(stamp, JSON.stringify({ hash, ...sizeOf(folder) }));
}

function stampOf(dist, name) {
  return path.join(dist, ".stamps", `${name}.json`);
}

function readStamp(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** A mini-program belongs to one company: it carries that company's server address and app id. */
export function weappValues({ PUBLIC_URL = "", WEAPP_APPID = "" }) {
  if (!/^https:\/\/[^\s/]+/.test(PUBLIC_URL)) {
    throw new Stop(
      "PUBLIC_URL must be the https:// address of your server: the mini-program carries it, and phones accept no other.",
    );
  }
  if (!/^wx[0-9a-f]{16}$/.test(WEAPP_APPID)) {
    throw new Stop("WEAPP_APPID must be your mini-program's id from the WeChat console: wx and 16 letters or digits.");
  }
  return { PUBLIC_URL: PUBLIC_URL.replace(/\/+$/, ""), WEAPP_APPID };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await main(async (names) => {
    const unknown = names.filter((name) => !(name in targets));
    if (names.length === 0 || unknown.length > 0)
      throw new Stop(`Say what to build: ${Object.keys(targets).join(", ")}.`);
    const values = names.includes("weapp") ? weappValues(process.env) : {};
    await install();
    await build(names, { values });
    for (const name of names) {
      const { files, bytes } = sizeOf(path.join(root, "dist", name));
      log(`${shown(path.join(root, "dist", name))}: ${files} files, ${Math.round(bytes / 1024)} KB`);
    }
  });
}
