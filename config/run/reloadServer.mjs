/** The server while it is edited: bundled and started again after each edit, beside the one before, which goes on until it is ready. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { bundleOptions, bundler } from "./bundleServer.mjs";
import { answers } from "./demo.mjs";
import { log, secondsSince, Stop } from "./log.mjs";
import { at, root } from "./paths.mjs";
import { freePortsOf } from "./ports.mjs";

const programs = ["main", "dev/simulator", "dev/seed"];
/** What the server is made of. */
export const serverSources = ["server", "shared", "config/env.ts", "package.json", "tsconfig.json"].map((name) =>
  at(name),
);

/**
 * @returns `{ fileOf(program), packagesOf(program), make(), close() }`; `make` says which programs are others than before, or throws
 *   what is wrong with them
 */
export async function serverBundle(folder) {
  const context = await bundler().context({ ...bundleOptions(programs, folder), write: false, metafile: true });
  const hashes = new Map();
  let outputs = {};
  const make = async () => {
    const { outputFiles, metafile } = await context.rebuild();
    outputs = metafile.outputs;
    const changed = outputFiles.filter(({ path: file, hash }) => hashes.get(file) !== hash);
    for (const { path: file, hash, contents } of changed) {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, contents);
      hashes.set(file, hash);
    }
    return programs.filter((program) => changed.some(({ path: file }) => file === fileOf(program)));
  };
  const fileOf = (program) => path.join(folder, `${program}.js`);
  const packagesOf = (program) =>
    outputs[path.relative(root, fileOf(program))].imports
      .filter(({ external }) => external)
      .map(({ path: name }) => name);
  return { fileOf, packagesOf, make, close: () => context.dispose() };
}

/**
 * Starts the server and the background worker, and both again after an edit that changes them; so the WeCom of this machine.
 * @param proxy is told where the server of the moment listens, and what an edit has made new
 * @returns what is to be called after each edit
 */
export async function startReloadingServer({ supervisor, bundle, env, proxy, company }) {
  const parts = { simulator: company.simulator };
  const startMain = async (name, roles, portSetting) => {
    const [port] = await freePortsOf(1);
    const part = takeSpare();
    part.name = name;
    const settings = { ROLES: roles, [portSetting]: `${port}` };
    Object.assign(part.env, settings, { WHEN_TOLD: "" });
    part.child?.send({ settings });
    await ready(supervisor, part, () => answers(`http://127.0.0.1:${port}/readyz`));
    return { part, port };
  };
  let spare = null;
  const keepSpare = () => {
    const args = [at("config", "run", "whenTold.cjs"), bundle.fileOf("main"), ...bundle.packagesOf("main")];
    spare ??= supervisor.start("server", args, { env: { ...env, WHEN_TOLD: "1" } });
  };
  const takeSpare = () => {
    if (spare?.ended !== undefined) spare = null;
    keepSpare();
    const part = spare;
    spare = null;
    return part;
  };
  const replace = async (name, start) => {
    const before = parts[name];
    parts[name] = await start();
    if (before) void supervisor.retire(before);
  };
  const http = () =>
    replace("http", async () => {
      const { part, port } = await startMain("http", "http", "PORT");
      proxy.direct(port);
      return part;
    });
  const worker = () => replace("worker", async () => (await startMain("worker", "worker,cron", "OPERATOR_PORT")).part);
  // It has one port, so the one before makes room first.
  const simulator = async () => {
    await supervisor.retire(parts.simulator);
    parts.simulator = (await company.startSimulator()).simulator;
  };

  await http();
  await worker();

  const afterEdit = async () => {
    const startedMs = performance.now();
    const changed = await bundle.make();
    if (changed.includes("main")) await http();
    proxy.ended("server", changed.length > 0);
    // Whoever looks at the page comes first.
    await proxy.pageDone();
    if (changed.includes("main")) await worker();
    if (changed.includes("dev/simulator")) await simulator();
    if (changed.length > 0) log(`· Server started again (${secondsSince(startedMs)})`);
    keepSpare();
  };
  return oneAfterTheOther(proxy, afterEdit, (error) => supervisor.isStopping || logFailure(error));
}

/** A part that does not start is given up, and whoever was there before stays. */
async function ready(supervisor, part, probe) {
  try {
    await supervisor.until(part.name, part, probe);
  } catch (error) {
    void supervisor.retire(part);
    throw error;
  }
}

/** Edits come at any time: one that comes while the one before is worked on is worked on next. */
function oneAfterTheOther(proxy, work, onFailure) {
  let again = false;
  let isBusy = false;
  return async () => {
    proxy.began("server");
    again = true;
    if (isBusy) return;
    isBusy = true;
    while (again) {
      again = false;
      proxy.began("server");
      await work().catch(onFailure);
      proxy.ended("server", false);
    }
    isBusy = false;
  };
}

// esbuild has said what is wrong with the code, with the place.
function logFailure(error) {
  if (error instanceof Stop) log(`✗ The server does not start after this edit:\n${error.message}`);
  else if (!error.errors) throw error;
  log("✗ The server from before the edit goes on; the next edit starts it again.");
}
